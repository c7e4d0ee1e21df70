package org.breakwater.desktop.feature.claims;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import org.breakwater.core.claims.HistoryEntry;
import org.breakwater.core.fact.AdapterFact;
import org.breakwater.core.fact.IncidentFact;
import org.breakwater.core.fact.Observation;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.feature.claims.Parts.Unit;
import org.breakwater.desktop.fx.Picture;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.chart.ChartCard;
import org.breakwater.desktop.kit.chart.HistoryChart;
import org.breakwater.desktop.kit.chart.Series;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.Surroundings;

/// What the adapter measured around an incident, against its threshold.
final class ReadingsChart {

    private static final double HEIGHT = 230;
    private static final int MOST = 300;

    private ReadingsChart() {}

    /// @param at when it was observed, seconds since 1970
    private record Reading(long at, BigInteger value, BigInteger threshold) {

        static Reading of(Observation observation) {
            return new Reading(observation.observedAt(), observation.value(), observation.threshold());
        }
    }

    /// Nothing where there are fewer than two readings: a line needs two.
    ///
    /// @param entries newest first
    static Optional<Node> of(Surroundings around, List<HistoryEntry> entries) {
        return adapter(entries).flatMap(adapter -> {
            var readings = entries.stream()
                    .flatMap(entry -> observed(entry, adapter).stream())
                    .filter(reading -> reading.at() > 0)
                    .distinct()
                    .sorted(Comparator.comparingLong(Reading::at).reversed())
                    .limit(MOST)
                    .sorted(Comparator.comparingLong(Reading::at))
                    .toList();
            return readings.size() < 2 ? Optional.empty() : Optional.of(card(around, adapter, readings));
        });
    }

    /// Whose reading opened the incident.
    private static Optional<Address> adapter(List<HistoryEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.fact().fact() instanceof IncidentFact.IncidentOpened opened
                        ? Optional.of(opened.adapter()).stream()
                        : Optional.<Address>empty().stream())
                .findFirst();
    }

    private static Optional<Reading> observed(HistoryEntry entry, Address adapter) {
        return switch (entry.fact().fact()) {
            case AdapterFact.Observed observed
            when entry.fact().contract().equals(adapter) -> Optional.of(Reading.of(observed.observation()));
            case IncidentFact.IncidentOpened opened -> Optional.of(Reading.of(opened.observation()));
            case IncidentFact.IncidentConfirmed confirmed
            when confirmed.adapter().equals(adapter) -> Optional.of(Reading.of(confirmed.observation()));
            default -> Optional.empty();
        };
    }

    private static Node card(Surroundings around, Address adapter, List<Reading> readings) {
        var unit = Unit.of(around.name(adapter));
        var threshold = readings.getLast().threshold();
        var series = new Series(
                readings.stream()
                        .map(each -> new Series.Point(Instant.ofEpochSecond(each.at()), new BigDecimal(each.value())))
                        .toList(),
                value -> unit.write(value.toBigInteger()),
                threshold.signum() == 0
                        ? Optional.empty()
                        : Optional.of(new Series.Limit(new BigDecimal(threshold), unit.write(threshold))),
                List.of());
        var chart = new HistoryChart(series);
        var card = new ChartCard(
                "Readings",
                "",
                Numbers.count(readings.size()) + " readings, from "
                        + unit.write(readings.getFirst().value()) + " to "
                        + unit.write(readings.getLast().value())
                        + (threshold.signum() == 0 ? "." : ", threshold " + unit.write(threshold) + "."),
                chart,
                table(unit, readings),
                ExportLink.png(
                        "the chart of readings",
                        () -> around.saving()
                                .save("readings.png", () -> Picture.of(chart).png())));
        card.setPrefHeight(HEIGHT);
        card.setMinHeight(HEIGHT);
        return card;
    }

    private static Node table(Unit unit, List<Reading> readings) {
        return new DataTable<>(
                "Readings",
                Density.LOG,
                List.of(
                        Column.<Reading>muted(
                                "Observed", 110, each -> Times.dateAndTime(Instant.ofEpochSecond(each.at()))),
                        Column.<Reading>words("Measured", 120, each -> unit.write(each.value()))
                                .growing()),
                FXCollections.observableArrayList(readings));
    }
}
