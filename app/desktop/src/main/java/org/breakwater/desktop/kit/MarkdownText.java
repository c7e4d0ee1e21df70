package org.breakwater.desktop.kit;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.text.Markdown;
import org.breakwater.core.value.Quotation;

/// How a text in Markdown reads, without anything in it that could be followed: no link, no picture, no HTML.
/// Characters
/// that cannot be seen are made visible.
public final class MarkdownText extends VBox {

    private static final int MOST_BLOCKS = 1_000;

    public MarkdownText(String text) {
        super(8);
        getStyleClass().add("markdown-text");
        Markdown.blocks(text).stream()
                .limit(MOST_BLOCKS)
                .map(MarkdownText::node)
                .forEach(getChildren()::add);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText("Preview of the text");
    }

    private static Node node(Markdown.Block block) {
        var words = seen(block.words());
        return switch (block) {
            case Markdown.Heading(var level, var _) ->
                Words.wrapped(level == 1 ? Words.section(words) : level == 2 ? Words.strong(words) : Words.name(words));
            case Markdown.Paragraph _ -> Words.wrapped(Words.body(words));
            case Markdown.Item(var mark, var _) -> {
                var sign = Words.muted(mark);
                sign.setMinWidth(20);
                var label = Words.wrapped(Words.body(words));
                yield Boxes.row(4, sign, Boxes.growing(label));
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
