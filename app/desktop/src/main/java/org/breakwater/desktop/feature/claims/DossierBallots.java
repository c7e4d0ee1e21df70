package org.breakwater.desktop.feature.claims;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.projection.view.BallotView;
import org.breakwater.core.protocol.BallotChoice;
import org.breakwater.core.text.CheckedText;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.Quotation;
import org.breakwater.desktop.kit.AddressChip;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.QuotedWords;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.SeverityTag;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.Surroundings;

/// How people voted about a claim, and why, unless that is not to be seen yet.
final class DossierBallots {

    private static final BigInteger TOKEN = BigInteger.TEN.pow(18);

    private final Surroundings around;
    private final DossierViewModel model;
    private final ObservableValue<Dossier> dossier;

    DossierBallots(Surroundings around, DossierViewModel model, ObservableValue<Dossier> dossier) {
        this.around = around;
        this.model = model;
        this.dossier = dossier;
    }

    Node root() {
        var pane = new StackPane();
        Runnable draw = () -> pane.getChildren().setAll(drawn(dossier.getValue()));
        Shown.following(pane, dossier.map(Dossier::ballots), _ -> draw.run());
        Shown.following(pane, model.revealed(), _ -> draw.run());
        return pane;
    }

    private Node drawn(Dossier shown) {
        if (shown.latestCase().isEmpty()) {
            return Boxes.padded(
                    new VBox(Words.secondary("No case was opened about this claim: nobody votes on it.")),
                    14,
                    20,
                    0,
                    20);
        }
        if (model.isHidden(shown)) {
            return Boxes.padded(HiddenSplit.of(model), 16, 20, 0, 20);
        }
        var table = ballotTable(shown.ballots());
        var export = ExportLink.csv(
                "the ballots",
                () -> around.saving().save("ballots.csv", () -> table.csv().getBytes(StandardCharsets.UTF_8)));
        return new VBox(
                Boxes.padded(Boxes.row(8, Words.secondary(split(shown)), Boxes.spacer(), export), 8, 20, 8, 20),
                Boxes.growing(table),
                Boxes.padded(new VBox(whole(table)), 10, 20, 14, 20));
    }

    /// The reason of the ballot that is chosen, whole.
    private Node whole(DataTable<BallotView> table) {
        var pane = new VBox();
        Shown.following(
                pane,
                table.selected(),
                chosen -> pane.getChildren()
                        .setAll(chosen.map(this::quoted)
                                .orElseGet(() -> Words.secondary("Choose a ballot to read its reason whole."))));
        var scrolled = Parts.scrolling(pane);
        scrolled.setPrefHeight(150);
        scrolled.setMinHeight(90);
        return scrolled;
    }

    private Node quoted(BallotView ballot) {
        var author = Words.caption(around.name(ballot.voter()) + ", with their ballot");
        return switch (CheckedText.of(around.texts(), ballot.reasonHash())) {
            case CheckedText.Verified(var _, var content) -> new QuotedWords(content, author);
            case CheckedText.Different _ ->
                Boxes.row(
                        8,
                        new SeverityTag(Severity.HOLD, "Does not match its hash"),
                        Words.secondary("What is served today is not what was voted with, and is not shown."));
            case CheckedText.Missing _ -> Words.secondary("The reason could not be had.");
        };
    }

    private static String split(Dossier dossier) {
        return dossier.latestCase()
                .map(latest -> "Pay " + Parts.votes(latest.case_().pay()) + ", a part "
                        + Parts.votes(latest.case_().partialPay()) + ", deny "
                        + Parts.votes(latest.case_().deny()) + ", abstain "
                        + Parts.votes(latest.case_().abstain()))
                .orElse("");
    }

    private DataTable<BallotView> ballotTable(List<BallotView> ballots) {
        return new DataTable<>(
                        "Ballots",
                        Density.LIST,
                        List.of(
                                Column.drawn(
                                        "Voter",
                                        104,
                                        ballot -> ballot.voter().toString(),
                                        ballot -> AddressChip.byName(around.label(ballot.voter()))),
                                Column.<BallotView>words("Choice", 100, DossierBallots::choice),
                                Column.<BallotView>count(
                                        "Votes",
                                        76,
                                        ballot -> Optional.of(ballot.weight().divide(TOKEN))),
                                Column.<BallotView>drawn(
                                                "Reason, in their words",
                                                150,
                                                ballot -> reason(ballot),
                                                ballot -> Parts.explained(reason(ballot)))
                                        .growing(),
                                Column.muted(
                                        "When", 118, ballot -> Times.dateAndTime(Instant.ofEpochSecond(ballot.at())))),
                        FXCollections.observableArrayList(ballots))
                .keepWhole(0, 1, 2, 4);
    }

    private static String choice(BallotView ballot) {
        return ballot.choice() == BallotChoice.PAY_PARTIAL
                ? "Pay " + Numbers.ratio(BasisPoints.of(ballot.shareBps()))
                : ClaimWords.of(ballot.choice());
    }

    private String reason(BallotView ballot) {
        return switch (CheckedText.of(around.texts(), ballot.reasonHash())) {
            case CheckedText.Verified(var _, var content) ->
                "“" + Quotation.plain(content.strip().replaceFirst("^# +", "").replaceAll("\\s+", " ")) + "”";
            case CheckedText.Different _ -> "Does not match its hash";
            case CheckedText.Missing _ -> "Could not be had";
        };
    }
}
