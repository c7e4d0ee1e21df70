package org.breakwater.desktop.feature.activity;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.watch.AlertChange;
import org.breakwater.core.watch.AlertChange.Phase;
import org.breakwater.core.watch.StandingAlert;
import org.breakwater.desktop.kit.Banner;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.ActivityPart;
import org.breakwater.desktop.place.AlertRow;
import org.breakwater.desktop.place.Surroundings;

/// What is not as it should be, worst first, each since when and on which figures; and what became of others.
final class AlertsView {

    private static final double LISTED = 12 * 30 + 31;

    private final Surroundings around;

    AlertsView(Surroundings around) {
        this.around = around;
    }

    Node root() {
        var page = new VBox(
                problem(),
                new Redrawn<>(around.alerting().stood().map(List::size), this::stood),
                new Redrawn<>(around.alerting().standing(), this::standing),
                Boxes.padded(past(), 12, 20, 20, 20));
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        return Boxes.styled(scroll, "plain-scroll");
    }

    private Node problem() {
        var words = Words.wrapped(Words.secondary(""));
        Tone.DANGER.on(words).setGraphic(Icon.PROBLEM.at(Icon.Size.TAG, Tone.DANGER));
        var pane = Boxes.padded(new VBox(words), 12, 20, 0, 20);
        Shown.following(pane, around.alerting().problem(), problem -> {
            words.setText(problem);
            pane.setVisible(!problem.isEmpty());
            pane.setManaged(!problem.isEmpty());
        });
        return pane;
    }

    /// What stood already is told once, and seen with one press.
    private Node stood(int count) {
        if (count < 2) {
            return new VBox();
        }
        var seen = new Link("Acknowledge all that stood before", around.alerting()::acknowledgeWhatStood);
        seen.setId("acknowledge-stood");
        return Boxes.padded(
                new VBox(new Banner(
                        Severity.NOTE,
                        Icon.INFO,
                        Numbers.count(count) + " alerts stood already when this program began to watch.",
                        "They are listed with the others. Whatever is new is told by itself.",
                        seen)),
                12,
                20,
                12,
                20);
    }

    private Node standing(List<StandingAlert> alerts) {
        var rows = Boxes.styled(new VBox(), "wide-alerts");
        alerts.forEach(alert -> rows.getChildren()
                .add(AlertRow.standing(
                        alert,
                        new Place.Activity(ActivityPart.ALERTS),
                        around.router(),
                        around.alerting()::acknowledge,
                        true)));
        var note = alerts.isEmpty()
                ? "Nothing is late, thin, stopped or over a limit."
                : "Each is judged here, after each block, by the rules that are chosen in Settings. It clears by itself"
                        + " when it is over.";
        rows.getChildren().add(Boxes.padded(new VBox(Words.secondary(note)), 12, 20, 12, 20));
        return rows;
    }

    // ── what became of others ──────────────────────────────────────────────────────────────────────────────────

    private VBox past() {
        List<Column<AlertChange>> columns = List.of(
                Column.<AlertChange>drawn(
                                "When",
                                130,
                                change -> Times.dateAndTime(change.at()),
                                change -> Words.muted(Times.dateAndTime(change.at())))
                        .sortedBy(Comparator.comparingLong(AlertChange::sequence)),
                Column.<AlertChange>count(
                        "Block", 76, change -> change.block().map(block -> BigInteger.valueOf(block.number()))),
                Column.<AlertChange>words("What", 110, change -> word(change.phase())),
                Column.<AlertChange>name("Alert", 420, change -> change.said().sentence())
                        .growing(),
                Column.<AlertChange>muted("Rule", 200, AlertChange::rule));
        var table = new DataTable<>("What became of alerts", Density.LOG, columns, FXCollections.observableArrayList());
        table.setPrefHeight(LISTED);
        Shown.following(table, around.alerting().past(), changes -> table.renew(changes, AlertChange::sequence));
        var count = Words.secondary("");
        Shown.following(
                count,
                around.alerting().past(),
                changes -> count.setText(Numbers.count(changes.size()) + " changes, newest first"));
        var heading = Boxes.row(
                8,
                Words.strong("What became of alerts"),
                count,
                Boxes.spacer(),
                ExportLink.csv(
                        "what became of alerts",
                        () -> around.saving()
                                .save("alerts.csv", () -> table.csv().getBytes(StandardCharsets.UTF_8))));
        return new VBox(6, heading, table);
    }

    private static String word(Phase phase) {
        return switch (phase) {
            case RAISED -> "raised";
            case CHANGED -> "changed";
            case ACKNOWLEDGED -> "seen";
            case CLEARED -> "cleared";
        };
    }
}
