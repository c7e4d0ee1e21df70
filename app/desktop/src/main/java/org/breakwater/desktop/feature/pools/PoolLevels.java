package org.breakwater.desktop.feature.pools;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.desktop.feature.pools.PoolDetail.LevelRow;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.PolicyList;
import org.breakwater.desktop.place.Surroundings;

/// What a pool stands for, by risk level: policies, cover, the capital that it needs, and what more of it would cost.
final class PoolLevels {

    private final Surroundings around;
    private final ObservableValue<PoolDetail> pool;

    PoolLevels(Surroundings around, ObservableValue<PoolDetail> pool) {
        this.around = around;
        this.pool = pool;
    }

    Node node() {
        var table = table(pool.getValue());
        var listed = new PoolTableBar.Listed<>("levels", PoolLevels::sentence, PoolLevels::levels, LevelRow::level);
        var policies = new Link("Open the policies", () -> around.router().go(new Place.Policies(PolicyList.POLICIES)));
        Shown.following(table, pool, detail -> table.showTotals(totals(detail)));
        return new VBox(new PoolTableBar(around, pool, table, listed, policies), table, Boxes.spacer());
    }

    private static List<LevelRow> levels(PoolDetail detail) {
        return detail.levels().value().orElse(List.of());
    }

    private static String sentence(PoolDetail detail) {
        return detail.levels().value().isEmpty()
                ? detail.levels().problem()
                : "A policy counts at the level at which the pool last saw its subject. Cover of series and accounts is"
                        + " in the sums as well.";
    }

    private DataTable<LevelRow> table(PoolDetail detail) {
        var totals = totals(detail);
        var symbol = SettlementAsset.SYMBOL;
        List<Column<LevelRow>> columns = List.of(
                Column.<LevelRow>name("Level", 150, row -> Terms.of(row.level()))
                        .sortedBy(Comparator.comparing(LevelRow::level))
                        .growing()
                        .withTotal(totals.get(0)),
                count("Subjects listed", row -> row.subjects()).withTotal(totals.get(1)),
                count("Policies", LevelRow::policies)
                        .identified(row -> id(row, "policies"))
                        .withTotal(totals.get(2)),
                Column.<LevelRow>amount("Active cover, " + symbol, 170, Rounding.DUE, row -> Optional.of(row.cover()))
                        .identified(row -> id(row, "cover"))
                        .withTotal(totals.get(3)),
                Column.<LevelRow>percent("Minimum capital", 130, row -> Optional.of(row.ratio()))
                        .identified(row -> id(row, "ratio")),
                Column.<LevelRow>amount("Capital needed", 150, Rounding.DUE, row -> Optional.of(row.minCapital()))
                        .withTotal(totals.get(5)),
                Column.<LevelRow>percent("Base rate a year", 130, row -> Optional.of(row.base()))
                        .identified(row -> id(row, "base")),
                Column.<LevelRow>drawn("Rate a year now", 150, PoolLevels::rate, PoolLevels::rateLabel)
                        .alignedRight()
                        .identified(row -> id(row, "rate")));
        return new DataTable<>(
                        "Policies by risk level",
                        Density.LIST,
                        columns,
                        FXCollections.observableArrayList(levels(detail)))
                .explain(
                        7,
                        "From the cheapest to the dearest listed subject of the level: base by level, plus risk by"
                                + " score, plus, where the pool's price follows usage, utilisation and surge.")
                .sorted(0, true)
                .fitted();
    }

    private String id(LevelRow row, String figure) {
        return "pool-" + pool.getValue().row().id() + "-level-" + row.level().number() + "-" + figure;
    }

    private static Column<LevelRow> count(String head, ToLongFunction<LevelRow> count) {
        return Column.count(head, 120, row -> Optional.of(BigInteger.valueOf(count.applyAsLong(row))));
    }

    private static String rate(LevelRow row) {
        return row.rates().map(RateSpan::words).orElse(row.subjects() == 0 ? Numbers.MISSING : "not sold");
    }

    private static Label rateLabel(LevelRow row) {
        var label = Words.body(rate(row));
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private static List<String> totals(PoolDetail detail) {
        var levels = levels(detail);
        return List.of(
                "All levels",
                Numbers.count(levels.stream().mapToInt(LevelRow::subjects).sum()),
                Numbers.count(levels.stream().mapToLong(LevelRow::policies).sum()),
                detail.row()
                        .activeCover()
                        .map(sum -> Numbers.amount(sum, Rounding.DUE))
                        .orElse(Numbers.MISSING),
                "",
                detail.row()
                        .minCapital()
                        .map(sum -> Numbers.amount(sum, Rounding.DUE))
                        .orElse(Numbers.MISSING),
                "",
                "");
    }
}
