package org.breakwater.desktop.feature.inbox;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.feature.inbox.InboxRow.Standing;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.CheckList;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.QuorumBar;
import org.breakwater.desktop.kit.QuotedWords;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.place.Surroundings;
import org.breakwater.desktop.wording.Finding;

/// What waits, beside the list: what it does, what the checks found, who has signed, and the way to it.
///
/// @param keep puts its date into a calendar
record InboxPreview(Surroundings around, InboxRow row, Consumer<InboxRow> keep) {

    Node root() {
        var column = new VBox(heading());
        if (!row.findings().isEmpty()) {
            column.getChildren().add(Boxes.styled(checks(), "fact-section"));
        }
        column.getChildren().add(Boxes.styled(standing(), "fact-section"));
        row.when().moment().ifPresent(moment -> column.getChildren().add(Boxes.styled(when(moment), "fact-section")));
        var scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        return new VBox(Boxes.growing(scroll), foot());
    }

    private Node heading() {
        var first = Boxes.row(
                8,
                InboxRowView.icon(row).at(Icon.Size.BUTTON, Tone.MUTED),
                Words.secondary(row.detail()),
                Boxes.spacer());
        row.worst().ifPresent(_ -> first.getChildren().add(Finding.tag(row.findings())));
        var sentence = Words.wrapped(Words.section(row.sentence()));
        sentence.setId("preview-sentence");
        var column = new VBox(8, first, sentence);
        row.value()
                .filter(_ -> row.kind() == InboxRow.Kind.SAFE)
                .ifPresent(value ->
                        column.getChildren().add(Words.body("Moves " + Numbers.amountWithUnit(value, Rounding.DUE))));
        row.quote()
                .ifPresent(quote ->
                        column.getChildren().add(new QuotedWords(quote.words(), Words.caption(quote.whose()))));
        return Boxes.styled(column, "fact-section");
    }

    private Node checks() {
        return new VBox(
                8,
                Words.strong("Checked here"),
                new CheckList(row.findings().stream()
                        .map(finding -> finding.check(around.router()))
                        .toList()));
    }

    private Node standing() {
        return switch (row.standing()) {
            case Standing.Signed(var signers, var threshold, var _) -> {
                var rows = new VBox(
                        6,
                        Boxes.row(
                                8,
                                Words.strong("Signatures"),
                                Boxes.spacer(),
                                Words.secondary(signers.size() + " of " + threshold + " needed")));
                signers.forEach(signer -> rows.getChildren()
                        .add(Boxes.row(8, Icon.PASSED.at(Icon.Size.BUTTON, Tone.SUCCESS), Words.body(signer))));
                yield rows;
            }
            case Standing.Counted(var votes, var quorum, var words) ->
                new VBox(
                        8,
                        Boxes.row(8, Words.strong("Quorum"), Boxes.spacer(), Words.secondary(words)),
                        QuorumBar.inRow(List.of(new QuorumBar.Counted("counted", votes)), quorum));
            case Standing.Hidden() -> new VBox(8, Words.strong("Votes"), QuorumBar.hidden());
            case Standing.Words(var words) -> new VBox(8, Words.strong("How it stands"), Words.body(words));
        };
    }

    private Node when(Instant moment) {
        var words = Words.wrapped(Words.body(around.times().getValue().full(moment)));
        words.setId("preview-moment");
        var heading = Words.strong(row.deadline().isPresent() ? "Ends" : "Can be done from");
        var export = ExportLink.calendar("this date", () -> keep.accept(row));
        export.setId("preview-calendar");
        return new VBox(8, Boxes.row(8, heading, Boxes.spacer(), export), words);
    }

    private Node foot() {
        var act = Buttons.primary(row.act(), () -> around.router().go(row.opens()));
        act.setMaxWidth(Double.MAX_VALUE);
        return Boxes.styled(new HBox(8, Boxes.growing(act)), "preview-foot");
    }
}
