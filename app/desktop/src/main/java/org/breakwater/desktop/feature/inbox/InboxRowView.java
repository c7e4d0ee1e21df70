package org.breakwater.desktop.feature.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.inbox.Waiting.Need;
import org.breakwater.desktop.feature.inbox.InboxRow.Standing;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.QuorumBar;
import org.breakwater.desktop.kit.RowList.Entry;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.SignerBar;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.wording.Finding;

/// A row of the inbox: icon, sentence, value, who has signed or how the vote stands, the worst check, the deadline.
final class InboxRowView {

    private static final double VALUE = 120;
    private static final double STANDING = 112;
    private static final double TAG = 108;
    private static final double DEADLINE = 108;

    private InboxRowView() {}

    static Entry<String> entry(InboxRow row, ObservableValue<Instant> now) {
        var line = Boxes.row(
                12,
                icon(row).at(Icon.Size.ROW, Tone.MUTED),
                Boxes.growing(words(row)),
                fixed(value(row), VALUE, Pos.CENTER_RIGHT),
                fixed(standing(row), STANDING, Pos.CENTER_LEFT),
                fixed(tag(row), TAG, Pos.CENTER_LEFT),
                fixed(deadline(row, now), DEADLINE, Pos.CENTER_RIGHT));
        line.setFillHeight(false);
        line.setPadding(new Insets(7, 0, 7, 0));
        var styles = row.need() == Need.CONFLICT ? List.of("inbox-row", "contested") : List.of("inbox-row");
        return new Entry.Row<>(row.key(), line, spoken(row), styles);
    }

    private static String spoken(InboxRow row) {
        return row.sentence() + ". " + row.detail()
                + row.worst().map(worst -> ". Worst check: " + worst.word()).orElse("");
    }

    static Icon icon(InboxRow row) {
        return switch (row.kind()) {
            case SAFE -> Icon.PEN;
            case PROPOSAL -> Icon.PROPOSAL;
            case CHANGE -> Icon.SLIDERS;
            case CLAIM -> Icon.CLAIM;
            case POLICY -> Icon.FILE_TEXT;
            case POOL -> Icon.POOLS;
            case MONEY -> Icon.TREASURY;
            case PAUSE -> Icon.PAUSE;
        };
    }

    private static Node words(InboxRow row) {
        var words = new VBox(2, Words.wrapped(Words.name(row.sentence())), Words.secondary(row.detail()));
        words.setMinWidth(0);
        return words;
    }

    private static Node value(InboxRow row) {
        return row.value()
                .map(value -> {
                    var label = whole(Words.body(Numbers.amountWithUnit(value, Rounding.DUE)));
                    label.setId("inbox-value-" + row.key());
                    return label;
                })
                .orElseGet(() -> Words.muted("no value"));
    }

    private static Label whole(Label label) {
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Node standing(InboxRow row) {
        return switch (row.standing()) {
            case Standing.Signed(var signers, var threshold, var blocked) -> {
                var bar = new SignerBar(signers, threshold, blocked ? SignerBar.Next.NOBODY : SignerBar.Next.OTHERS);
                var segments = bar.getChildren().getFirst();
                yield new VBox(4, segments, caption(signers.size() + " of " + threshold));
            }
            case Standing.Counted(var votes, var quorum, var words) ->
                new VBox(4, QuorumBar.inRow(List.of(new QuorumBar.Counted("counted", votes)), quorum), caption(words));
            case Standing.Hidden() -> caption("split hidden");
            case Standing.Words(var words) -> caption(words);
        };
    }

    private static Label caption(String words) {
        return Words.caption(words);
    }

    private static Node tag(InboxRow row) {
        return row.worst()
                .<Node>map(_ -> Finding.tag(row.findings()))
                .orElseGet(() -> Words.caption(row.kind() == InboxRow.Kind.CLAIM ? "in the dossier" : ""));
    }

    private static Node deadline(InboxRow row, ObservableValue<Instant> now) {
        var first = Words.name(row.when().limit());
        var under = row.deadline().map(Times::dateAndTime).orElse(row.when().under());
        row.deadline()
                .ifPresent(deadline -> Shown.following(first, now, at -> {
                    var left = Duration.between(at, deadline);
                    first.setText(left.isNegative() ? "over" : Times.duration(left));
                }));
        var column = new VBox(2, whole(first), whole(Words.secondary(under)));
        column.setAlignment(Pos.CENTER_RIGHT);
        return column;
    }

    private static Node fixed(Node node, double width, Pos alignment) {
        var cell = new StackPane(node);
        cell.setAlignment(alignment);
        cell.setMinWidth(width);
        cell.setPrefWidth(width);
        return cell;
    }
}
