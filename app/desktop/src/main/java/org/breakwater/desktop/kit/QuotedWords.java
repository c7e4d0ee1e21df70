package org.breakwater.desktop.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.value.Quotation;

/// What somebody else wrote: in quotes, with a rule at the left and who wrote it. It is shown as text: a first line
/// that
/// Markdown means as a title stands out, lines that were broken for their length flow, and nothing is a link. Nothing
/// follows from it here.
public final class QuotedWords extends VBox {

    private static final int MOST = 20_000;
    private static final String TITLE = "# ";

    /// @param words theirs; characters that cannot be seen are made visible
    /// @param author whose they are, and how that is known
    public QuotedWords(String words, Node... author) {
        super(6);
        getStyleClass().add("quoted-words");
        var shown = words.length() <= MOST ? words : words.substring(0, MOST) + "…";
        var paragraphs = new ArrayList<>(paragraphs(shown));
        var title = paragraphs.getFirst().startsWith(TITLE);
        paragraphs.set(
                0,
                "“" + (title ? paragraphs.getFirst().substring(TITLE.length()).strip() : paragraphs.getFirst()));
        paragraphs.set(paragraphs.size() - 1, paragraphs.getLast() + "”");
        for (int i = 0; i < paragraphs.size(); i++) {
            var label = title && i == 0 ? Words.name(paragraphs.get(i)) : Words.body(paragraphs.get(i));
            getChildren().add(Words.wrapped(label));
        }
        if (author.length > 0) {
            getChildren().add(Boxes.row(6, author));
        }
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText("Quotation: " + String.join("\n", paragraphs));
    }

    /// What stands between empty lines; at least one.
    private static List<String> paragraphs(String words) {
        var paragraphs = new ArrayList<StringBuilder>();
        paragraphs.add(new StringBuilder());
        for (var line : words.strip().lines().map(Quotation::plain).toList()) {
            var last = paragraphs.getLast();
            if (line.isBlank()) {
                paragraphs.add(new StringBuilder());
            } else if (last.isEmpty()) {
                last.append(line.strip());
            } else {
                last.append(isItem(line) ? "\n" : " ").append(line.strip());
            }
        }
        paragraphs.removeIf(paragraph -> paragraph.isEmpty() && paragraphs.size() > 1);
        return paragraphs.stream().map(StringBuilder::toString).toList();
    }

    /// Items of a list keep their lines.
    private static boolean isItem(String line) {
        return line.strip().matches("([-*]|\\d+[.)]) .*");
    }
}
