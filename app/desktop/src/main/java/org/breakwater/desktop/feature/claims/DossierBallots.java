package org.breakwater.desktop.feature.claims;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.projection.view.BallotView;
import org.breakwater.core.protocol.BallotChoice;
import org.breakwater.core.text.CheckedText;
import org.breakwater.core.value.Address;
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
        var table = ballotTable(shown);
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

    /// What voters have at stake has a column where one of them has something.
    private DataTable<BallotView> ballotTable(Dossier shown) {
        var columns = new ArrayList<Column<BallotView>>();
        columns.add(Column.drawn(
                "Voter",
                104,
                ballot -> ballot.voter().toString(),
                ballot -> AddressChip.byName(around.label(ballot.voter()))));
        columns.add(Column.words("Choice", 100, DossierBallots::choice));
        columns.add(
                Column.count("Votes", 76, ballot -> Optional.of(ballot.weight().divide(TOKEN))));
        if (shown.ballots().stream().anyMatch(ballot -> hasStake(shown, ballot.voter()))) {
            columns.add(Column.<BallotView>muted("Stake", 104, ballot -> stake(shown, ballot.voter()))
                    .sortedBy(Comparator.comparing(
                            ballot -> shown.shareOf(ballot.voter()).value())));
        }
        columns.add(Column.muted("When", 118, ballot -> Times.dateAndTime(Instant.ofEpochSecond(ballot.at()))));
        columns.add(Column.<BallotView>drawn(
                        "Reason, in their words",
                        150,
                        ballot -> reason(ballot),
                        ballot -> Parts.explained(reason(ballot)))
                .growing());
        var whole = IntStream.range(0, columns.size() - 1).toArray();
        return new DataTable<>("Ballots", Density.LIST, columns, FXCollections.observableArrayList(shown.ballots()))
                .keepWhole(whole);
    }

    private static boolean hasStake(Dossier shown, Address voter) {
        return shown.matter().parties().containsKey(voter)
                || shown.matter().stakes().containsKey(voter)
                || shown.shareOf(voter).value().signum() > 0;
    }

    /// What else than a vote they have: a party's ballot is struck, a share of the pool keeps nobody from voting.
    private static String stake(Dossier shown, Address voter) {
        if (shown.matter().parties().containsKey(voter)) {
            return "a party";
        }
        if (shown.matter().stakes().containsKey(voter)) {
            return "holder";
        }
        var share = shown.shareOf(voter);
        return share.value().signum() == 0 ? "none" : Numbers.percent(share) + " of the pool";
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
