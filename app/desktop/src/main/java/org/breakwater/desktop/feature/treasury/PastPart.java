package org.breakwater.desktop.feature.treasury;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.Choices.Choice;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.chart.ChartCard;
import org.breakwater.desktop.kit.chart.HistoryChart;
import org.breakwater.desktop.kit.chart.Series;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.Surroundings;

/// The past, day by day: what the pools and the treasury had, and how solvent all pools were together.
final class PastPart {

    private static final double LISTED = 9 * 28 + 31;

    /// What is drawn.
    private enum What {
        TREASURY("The treasury", "by day, USDC, venues as money was put into them"),
        SOLVENCY("Solvency of all pools", "by day, net assets by minimum capital"),
        POOLS("Net assets of all pools", "by day, USDC");

        private final String title;
        private final String unit;

        What(String title, String unit) {
            this.title = title;
            this.unit = unit;
        }
    }

    /// What is drawn of which days.
    private record Drawn(What what, List<Series.Point> points) {}

    private final Surroundings around;
    private final ObjectProperty<What> what = new SimpleObjectProperty<>(What.TREASURY);

    PastPart(Surroundings around) {
        this.around = around;
    }

    Node of(ObservableValue<TreasuryPage> page) {
        var choices = Choices.segments(
                "The past of",
                List.of(
                        new Choice<>(What.TREASURY, "Treasury's total"),
                        new Choice<>(What.SOLVENCY, "Solvency"),
                        new Choice<>(What.POOLS, "Pools")),
                what.get(),
                what::set);
        var drawn = Bindings.createObjectBinding(
                () -> new Drawn(what.get(), points(page.getValue().history(), what.get())), page, what);
        return TreasurySection.of(new VBox(
                8, Boxes.row(8, Words.strong("The past"), Boxes.spacer(), choices), new Redrawn<>(drawn, this::card)));
    }

    private static List<Series.Point> points(TreasuryPage.History history, What what) {
        return switch (what) {
            case TREASURY -> history.treasury();
            case SOLVENCY -> history.solvency();
            case POOLS -> history.pools();
        };
    }

    private Node card(Drawn drawn) {
        if (drawn.points().size() < 2) {
            return Words.secondary("No day of the past is known yet.");
        }
        var written = written(drawn.what());
        var series = new Series(drawn.points(), written, limit(drawn.what()), List.of());
        var chart = new HistoryChart(series);
        chart.setId("treasury-past");
        var twin = twin(drawn);
        var file = "treasury-" + drawn.what().name().toLowerCase(Locale.ROOT);
        return new ChartCard(
                drawn.what().title,
                drawn.what().unit,
                HistoryChart.sentence(series),
                chart,
                twin,
                ExportLink.csv(
                        "the days of " + drawn.what().title,
                        () -> around.saving().save(file + ".csv", () -> TreasurySection.bytes(twin.csv()))),
                ExportLink.png(
                        "the chart of " + drawn.what().title,
                        () -> TreasurySection.picture(around, file + ".png", chart)));
    }

    private static Function<BigDecimal, String> written(What what) {
        return what == What.SOLVENCY
                ? value -> Numbers.decimal(value, 1, RoundingMode.DOWN) + Numbers.NO_BREAK + "%"
                : value -> Numbers.millions(value, Rounding.HELD);
    }

    private static Optional<Series.Limit> limit(What what) {
        return what == What.SOLVENCY
                ? Optional.of(new Series.Limit(BigDecimal.valueOf(100), "minimum capital"))
                : Optional.empty();
    }

    private static DataTable<Series.Point> twin(Drawn drawn) {
        var places = drawn.what() == What.SOLVENCY ? 1 : 2;
        List<Column<Series.Point>> columns = List.of(
                Column.words("Day", 140, point -> Times.date(point.at())),
                Column.<Series.Point>drawn(
                                drawn.what().title + (places == 1 ? ", %" : ", USDC"),
                                220,
                                point -> Numbers.decimal(point.value(), places, RoundingMode.DOWN),
                                point -> Words.body(Numbers.decimal(point.value(), places, RoundingMode.DOWN)))
                        .alignedRight());
        var twin = new DataTable<>(
                drawn.what().title + " by day",
                Density.CARD,
                columns,
                FXCollections.observableArrayList(drawn.points().reversed()));
        twin.setPrefHeight(LISTED);
        return twin;
    }
}
