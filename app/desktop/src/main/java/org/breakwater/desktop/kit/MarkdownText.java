package org.breakwater.desktop.kit;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.text.Markdown;
import org.breakwater.core.value.Quotation;

/// How a text in Markdown reads, without anything in it that could be followed: no link, no picture, no HTML.
/// Characters that cannot be seen are made visible.
public final class MarkdownText extends VBox {

    private static final int MOST_BLOCKS = 1_000;
    private static final String HEADING = "markdown-heading";
    private static final Insets ABOVE = new Insets(8, 0, 0, 0);

    /// As somebody wrote it.
    public MarkdownText(String text) {
        this(text, "Preview of the text");
    }

    /// @param name what is read out for it
    public MarkdownText(String text, String name) {
        super(8);
        getStyleClass().add("markdown-text");
        Markdown.blocks(text).stream()
                .limit(MOST_BLOCKS)
                .map(MarkdownText::node)
                .forEach(getChildren()::add);
        getChildren().stream().skip(1).filter(MarkdownText::isHeading).forEach(heading -> setMargin(heading, ABOVE));
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(name);
    }

    private static boolean isHeading(Node node) {
        return node.getStyleClass().contains(HEADING);
    }

    private static Node node(Markdown.Block block) {
        var words = seen(block.words());
        return switch (block) {
            case Markdown.Heading(var level, var _) ->
                Boxes.styled(
                        Words.wrapped(
                                level == 1
                                        ? Words.section(words)
                                        : level == 2 ? Words.strong(words) : Words.name(words)),
                        HEADING);
            case Markdown.Paragraph _ -> Words.wrapped(Words.body(words));
            case Markdown.Item(var mark, var _) -> {
                var sign = Words.muted(mark);
                sign.setMinWidth(20);
                var label = Words.wrapped(Words.body(words));
                var row = Boxes.row(4, sign, Boxes.growing(label));
                row.setAlignment(Pos.TOP_LEFT);
                yield row;
            }
            case Markdown.Quote _ -> Boxes.styled(new VBox(Words.wrapped(Words.muted(words))), "quoted-words");
            case Markdown.Code _ -> Boxes.styled(new VBox(Words.wrapped(Words.mono(words))), "markdown-code");
        };
    }

    /// Lines stay lines.
    private static String seen(String words) {
        return String.join("\n", words.lines().map(Quotation::plain).toList());
    }
}
