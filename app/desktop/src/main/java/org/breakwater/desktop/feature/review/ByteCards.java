package org.breakwater.desktop.feature.review;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Selector;
import org.breakwater.core.value.Word;
import org.breakwater.desktop.feature.review.ReviewPage.Line;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Card;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;

/// A call's bytes with their offsets, and what each word of them is.
final class ByteCards {

    private static final int MOST_WORDS = 400;

    private ByteCards() {}

    static Node of(Line line) {
        var rows = new VBox(2);
        var data = line.call().data();
        if (data.isEmpty()) {
            rows.getChildren().add(Words.muted("No calldata."));
        }
        var at = 0;
        while (at < data.length() && rows.getChildren().size() < MOST_WORDS) {
            var end = Math.min(data.length(), at == 0 ? Selector.LENGTH : at + Word.LENGTH);
            rows.getChildren().add(word(line, at, data.slice(at, end)));
            at = end;
        }
        if (at < data.length()) {
            rows.getChildren().add(Words.muted(Numbers.count(data.length() - at) + " more bytes are not shown here."));
        }
        return Card.of(
                "Call " + line.call().place() + ", " + Numbers.count(data.length()) + " bytes",
                rows,
                Words.secondary("offset, raw, meaning"));
    }

    private static Node word(Line line, int at, Bytes bytes) {
        var offset = Words.mono("%03d".formatted(at));
        offset.setMinWidth(36);
        var raw = Words.mono(bytes.toHex().substring(2));
        raw.setMinWidth(472);
        return Boxes.row(8, offset, raw, Words.secondary(meaning(line, at)));
    }

    private static String meaning(Line line, int at) {
        if (at == 0) {
            return line.call().signature().isEmpty()
                    ? ""
                    : "selector of " + line.call().signature();
        }
        return line.call()
                .understood()
                .flatMap(read -> read.call().arguments().stream()
                        .filter(argument -> argument.span().from() <= at
                                && at < argument.span().to())
                        .map(argument -> argument.type().canonical() + " " + argument.name())
                        .findFirst())
                .orElse("");
    }
}
