package org.breakwater.desktop.feature.pools;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.desktop.feature.pools.PoolDetail.IncidentRow;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Tag;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.place.Surroundings;

/// What hit a pool, the newest first.
final class PoolIncidents {

    private final Surroundings around;
    private final ObservableValue<PoolDetail> pool;

    PoolIncidents(Surroundings around, ObservableValue<PoolDetail> pool) {
        this.around = around;
        this.pool = pool;
    }

    Node node() {
        var table = table();
        var listed = new PoolTableBar.Listed<IncidentRow>(
                "incidents",
                PoolIncidents::sentence,
                PoolIncidents::incidents,
                row -> row.incident().incidentId());
        return new VBox(new PoolTableBar(around, pool, table, listed), Boxes.growing(table));
    }

    private static List<IncidentRow> incidents(PoolDetail detail) {
        return detail.incidents().value().orElse(List.of());
    }

    private static String sentence(PoolDetail detail) {
        if (detail.incidents().value().isEmpty()) {
            return detail.incidents().problem();
        }
        return incidents(detail).isEmpty()
                ? "No incident has hit this pool. Checked at block "
                        + Numbers.count(detail.block().number()) + "."
                : "Open an incident with Enter to see its claims.";
    }

    private DataTable<IncidentRow> table() {
        List<Column<IncidentRow>> columns = List.of(
                Column.<IncidentRow>count(
                        "Incident",
                        80,
                        row -> Optional.of(BigInteger.valueOf(row.incident().incidentId()))),
                Column.<IncidentRow>name("Subject", 180, IncidentRow::subject).growing(),
                Column.<IncidentRow>drawn("State", 130, PoolIncidents::state, PoolIncidents::stateTag)
                        .sortedBy(Comparator.comparing(
                                row -> row.incident().incident().state())),
                Column.<IncidentRow>words("Detected, UTC", 120, PoolIncidents::detected)
                        .sortedBy(Comparator.comparingLong(
                                row -> row.incident().incident().detectedAt())),
                Column.<IncidentRow>percent("Severity", 90, PoolIncidents::severity),
                amount(
                        "Reserve, " + SettlementAsset.SYMBOL,
                        row -> row.incident().reserve().funds(),
                        "reserve"),
                amount("Asked for", row -> row.incident().totals().requested(), "requested"),
                amount("Granted", row -> row.incident().totals().approved(), "approved"),
                amount("Paid", row -> row.incident().totals().paid(), "paid"),
                Column.<IncidentRow>count(
                        "Claims",
                        70,
                        row -> Optional.of(
                                BigInteger.valueOf(row.incident().totals().claims()))));
        return new DataTable<>(
                        "Incidents of the pool",
                        Density.LIST,
                        columns,
                        FXCollections.observableArrayList(incidents(pool.getValue())))
                .onOpen(row ->
                        around.router().go(new Place.Incident(row.incident().incidentId())));
    }

    private static Column<IncidentRow> amount(String head, Function<IncidentRow, BigInteger> units, String figure) {
        return Column.<IncidentRow>amount(
                        head, 124, Rounding.DUE, row -> Optional.of(SettlementAsset.amount(units.apply(row))))
                .identified(row -> "incident-" + row.incident().incidentId() + "-" + figure);
    }

    private static String state(IncidentRow row) {
        return Terms.of(row.incident().incident().state());
    }

    private static Node stateTag(IncidentRow row) {
        Label tag = switch (row.incident().incident().state()) {
            case DETECTED, CONFIRMED -> new Tag(Tag.Look.WARNING, Icon.ALERT, state(row));
            case ESCALATED, COUNCIL_REVIEW -> new Tag(Tag.Look.HOLD, Icon.LOCK, state(row));
            case SETTLING -> new Tag(Tag.Look.ACCENT, Icon.CLOCK, state(row));
            case CLOSED -> over(row, Icon.CHECK);
            case REJECTED -> over(row, Icon.X_CIRCLE);
            case NONE, LAPSED -> over(row, Icon.MINUS);
        };
        return tag;
    }

    private static Label over(IncidentRow row, Icon icon) {
        var words = Words.muted(state(row));
        words.setGraphic(icon.at(Icon.Size.TAG, Tone.MUTED));
        return words;
    }

    private static String detected(IncidentRow row) {
        return Times.date(Instant.ofEpochSecond(row.incident().incident().detectedAt()));
    }

    private static Optional<BasisPoints> severity(IncidentRow row) {
        var bps = row.incident().incident().severityBps();
        return bps == 0 ? Optional.empty() : Optional.of(BasisPoints.of(bps));
    }
}
