package org.breakwater.desktop.feature.treasury;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.Shown;
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

/// Net assets of all pools, day by day.
final class PoolsHistory {

    private static final double LISTED = 9 * 28 + 31;

    private PoolsHistory() {}

    static Node of(Surroundings around, ObservableValue<TreasuryPage> page) {
        var holder = new VBox();
        Shown.following(holder, page.map(TreasuryPage::history), points -> {
            if (points.isEmpty()) {
                holder.getChildren().setAll(Words.secondary("No day of the past is known yet."));
            } else {
                holder.getChildren().setAll(historyCard(points));
            }
        });
        return TreasurySection.of(new VBox(
                4,
                holder,
                Boxes.row(
                        2,
                        Boxes.spacer(),
                        ExportLink.png(
                                "the history of the pools' assets",
                                () -> TreasurySection.picture(around, "history.png", holder)))));
    }

    private static Node historyCard(List<Series.Point> points) {
        var series = new Series(points, value -> Numbers.millions(value, Rounding.HELD), Optional.empty(), List.of());
        List<Column<Series.Point>> columns = List.of(
                Column.words("Day", 140, point -> Times.date(point.at())),
                Column.<Series.Point>drawn(
                                "Net assets of all pools, USDC",
                                220,
                                point -> Numbers.decimal(point.value(), 2, RoundingMode.DOWN),
                                point -> Words.body(Numbers.decimal(point.value(), 2, RoundingMode.DOWN)))
                        .alignedRight());
        var twin = new DataTable<>(
                "Net assets of all pools by day",
                Density.CARD,
                columns,
                FXCollections.observableArrayList(points.reversed()));
        twin.setPrefHeight(LISTED);
        return new ChartCard(
                "Net assets of all pools",
                "by day, USDC",
                HistoryChart.sentence(series),
                new HistoryChart(series),
                twin);
    }
}
