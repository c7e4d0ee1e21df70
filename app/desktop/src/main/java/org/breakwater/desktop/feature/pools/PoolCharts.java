package org.breakwater.desktop.feature.pools;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.breakwater.core.follow.PoolHistory;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.rule.Solvency;
import org.breakwater.desktop.feature.pools.PoolDetail.IncidentRow;
import org.breakwater.desktop.fx.Picture;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.chart.ChartCard;
import org.breakwater.desktop.kit.chart.HistoryChart;
import org.breakwater.desktop.kit.chart.Series;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.place.Surroundings;

/// How a pool stood, as pictures, each with the table of the same figures.
final class PoolCharts {

    /// More points than this cannot be told apart in the width that there is.
    private static final int MOST_POINTS = 240;

    private static final double LEAST_HEIGHT = 110;

    /// Days above this are in the table alone: a pool that has just opened has almost no cover, and one line would
    /// leave
    /// no room for the rest. Percent.
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(300);

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int MOST_EVENTS = 2;

    private final Surroundings around;
    private final ObservableValue<PoolDetail> pool;

    PoolCharts(Surroundings around, ObservableValue<PoolDetail> pool) {
        this.around = around;
        this.pool = pool;
    }

    Node solvency() {
        return card("Solvency", "capital ÷ minimum capital", "solvency", PoolCharts::solvencySeries);
    }

    Node sharePrice() {
        return card("Share price", SettlementAsset.SYMBOL + " for one share", "share price", PoolCharts::priceSeries);
    }

    private Node card(String title, String unit, String name, Function<PoolDetail, Optional<Series>> series) {
        var pane = Boxes.growing(new StackPane());
        Shown.following(
                pane, pool.map(Drawn::new), drawn -> pane.getChildren().setAll(card(title, unit, name, drawn, series)));
        return pane;
    }

    /// What a chart is drawn from; a block without news draws nothing anew.
    private record Drawn(List<PoolHistory.Dated> history, List<IncidentRow> incidents, PoolRow row) {

        Drawn(PoolDetail detail) {
            this(detail.history(), detail.incidents().value().orElse(List.of()), detail.row());
        }
    }

    private Node card(
            String title, String unit, String name, Drawn drawn, Function<PoolDetail, Optional<Series>> series) {
        var read = series.apply(pool.getValue());
        if (read.isEmpty()) {
            return Words.wrapped(Words.muted("There is no day with cover yet."));
        }
        var chart = new HistoryChart(read.get());
        chart.setPrefHeight(LEAST_HEIGHT);
        chart.setMinHeight(LEAST_HEIGHT);
        var twin = PoolHistoryPart.table(drawn.history());
        var id = "pool-" + drawn.row().id() + "-" + name.replace(' ', '-');
        var card = new ChartCard(
                title,
                unit + ", " + months(read.get()),
                HistoryChart.sentence(read.get()),
                chart,
                twin,
                ExportLink.csv("the history of the pool", () -> csv(twin, id)),
                ExportLink.png(
                        "the chart of " + name,
                        () -> around.saving()
                                .save(id + ".png", () -> Picture.of(chart).png())));
        card.setId(id + "-chart");
        return card;
    }

    private void csv(DataTable<PoolHistory.Dated> twin, String id) {
        around.saving().save(id + ".csv", () -> twin.csv().getBytes(StandardCharsets.UTF_8));
    }

    private static String months(Series series) {
        var points = series.points();
        var days =
                Duration.between(points.getFirst().at(), points.getLast().at()).toDays();
        return days >= 60 ? Math.round(days / 30.44) + " months" : days + " days";
    }

    private static Optional<Series> solvencySeries(PoolDetail detail) {
        var points = detail.history().stream()
                .filter(day -> day.point().solvencyBps() != Solvency.UNBOUNDED)
                .map(day -> new Series.Point(
                        day.time(), BigDecimal.valueOf(day.point().solvencyBps(), 2)))
                .toList();
        var low = points.stream()
                .dropWhile(point -> point.value().compareTo(HIGHEST) > 0)
                .toList();
        return series(
                low.isEmpty() ? points : low,
                value -> Numbers.decimal(value, value.stripTrailingZeros().scale() <= 0 ? 0 : 1, RoundingMode.DOWN)
                        + "\u00A0%",
                Optional.of(new Series.Limit(WHOLE, "Under this, sales stop")),
                events(detail, low.isEmpty() ? points : low));
    }

    private static Optional<Series> priceSeries(PoolDetail detail) {
        var decimals = SettlementAsset.DECIMALS;
        var points = detail.history().stream()
                .map(day ->
                        new Series.Point(day.time(), new BigDecimal(day.point().sharePrice(), decimals)))
                .toList();
        return series(points, Numbers::price, Optional.empty(), events(detail, points));
    }

    private static Optional<Series> series(
            List<Series.Point> points,
            Function<BigDecimal, String> write,
            Optional<Series.Limit> limit,
            List<Series.Event> events) {
        return points.isEmpty() ? Optional.empty() : Optional.of(new Series(thinned(points), write, limit, events));
    }

    /// One of so many, and always the last.
    private static List<Series.Point> thinned(List<Series.Point> points) {
        var step = Math.ceilDiv(points.size(), MOST_POINTS);
        var some = new ArrayList<Series.Point>();
        for (int i = points.size() - 1; i >= 0; i -= step) {
            some.addFirst(points.get(i));
        }
        return some;
    }

    /// The incidents that cost most, and those that are open.
    private static List<Series.Event> events(PoolDetail detail, List<Series.Point> points) {
        if (points.isEmpty()) {
            return List.of();
        }
        var first = points.getFirst().at();
        var last = points.getLast().at();
        var incidents = detail.incidents().value().orElse(List.of());
        var open = incidents.stream().filter(row -> row.incident().reserve().open());
        var dear = incidents.stream()
                .filter(row -> row.incident().totals().paid().signum() > 0)
                .sorted(Comparator.<IncidentRow, BigInteger>comparing(
                                row -> row.incident().totals().paid())
                        .reversed());
        return Stream.concat(open, dear)
                .distinct()
                .limit(MOST_EVENTS)
                .map(row -> new Series.Event(
                        Instant.ofEpochSecond(row.incident().incident().detectedAt()),
                        "Incident " + row.incident().incidentId()))
                .filter(event -> !event.at().isBefore(first) && !event.at().isAfter(last))
                .sorted(Comparator.comparing(Series.Event::at))
                .toList();
    }
}
