package org.breakwater.desktop.kit;

import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.value.Quotation;

/// What somebody else wrote: in quotes, with a rule at the left and who wrote it. It is shown as it is, without links
/// or layout of its own, and nothing follows from it here.
public final class QuotedWords extends VBox {

    private static final int MOST = 20_000;

    /// @param words theirs; characters that cannot be seen are made visible
    /// @param author whose they are, and how that is known
    public QuotedWords(String words, Node... author) {
        super(4);
        getStyleClass().add("quoted-words");
        var shown = words.length() <= MOST ? words : words.substring(0, MOST) + "…";
        var text = "“" + plain(shown) + "”";
        getChildren().add(Words.wrapped(Words.body(text)));
        if (author.length > 0) {
            getChildren().add(Boxes.row(6, author));
        }
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText("Quotation: " + text);
    }

    /// Line breaks stay; a run of empty lines is one.
    private static String plain(String words) {
        return words.strip()
                .lines()
                .map(Quotation::plain)
                .collect(Collectors.joining("\n"))
                .replaceAll("\n{3,}", "\n\n");
    }
}
