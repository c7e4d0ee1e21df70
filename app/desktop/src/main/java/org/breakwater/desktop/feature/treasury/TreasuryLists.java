package org.breakwater.desktop.feature.treasury;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.chart.ShareBar;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.PoolPart;
import org.breakwater.desktop.place.Surroundings;

/// The treasury's tables, each with its heading and its export.
final class TreasuryLists {

    private static final double LISTED = 9 * 28 + 31;

    private final Surroundings around;
    private final TreasuryViewModel model;

    TreasuryLists(Surroundings around, TreasuryViewModel model) {
        this.around = around;
        this.model = model;
    }

    /// A table that follows a part of the page, with its heading and its export.
    private <R> Node table(
            String title,
            String note,
            DataTable<R> table,
            ObservableValue<List<R>> rows,
            Function<R, ?> key,
            BiConsumer<DataTable<R>, List<R>> also) {
        Shown.following(table, rows, read -> {
            table.renew(read, key);
            also.accept(table, read);
        });
        var name = title.toLowerCase(Locale.ROOT);
        var heading = Boxes.row(
                8,
                Words.strong(title),
                Words.secondary(note),
                Boxes.spacer(),
                ExportLink.csv(
                        name,
                        () -> around.saving()
                                .save(name.replace(' ', '-') + ".csv", () -> TreasurySection.bytes(table.csv()))));
        return TreasurySection.of(new VBox(6, heading, table));
    }

    Node venues(ObservableValue<TreasuryPage> page) {
        var table = table(
                "Assets and venues",
                "| marks the cap",
                TreasuryTables.venues(around::chip),
                page.map(TreasuryPage::venues),
                VenueRow::id,
                (shown, rows) -> shown.showTotals(List.of("", total(rows), "", "", "", "")));
        var shares = new VBox(6);
        Shown.following(
                shares,
                page.map(TreasuryPage::venues),
                rows -> shares.getChildren()
                        .setAll(
                                Words.strong("Allocation"),
                                new ShareBar(rows.stream()
                                        .map(row -> new ShareBar.Share(
                                                row.name(), row.value().units(), row.notice()))
                                        .toList())));
        return new VBox(
                table,
                TreasurySection.of(new VBox(
                        6,
                        shares,
                        Boxes.row(
                                2,
                                Boxes.spacer(),
                                ExportLink.png(
                                        "the allocation",
                                        () -> TreasurySection.picture(around, "allocation.png", shares))))));
    }

    private static String total(List<VenueRow> rows) {
        return rows.stream()
                .map(VenueRow::value)
                .reduce((one, other) -> new TokenAmount(one.units().add(other.units()), one.decimals(), one.symbol()))
                .map(sum -> Numbers.amount(sum, Rounding.HELD))
                .orElse(Numbers.MISSING);
    }

    Node solvency(ObservableValue<TreasuryPage> page) {
        var table = TreasuryTables.solvency();
        table.onOpen(row -> model.open(new Place.Pool(row.poolId(), PoolPart.OVERVIEW)));
        return table(
                "Solvency per pool",
                "| marks 100\u00A0%, worst first",
                table,
                page.map(TreasuryPage::solvency),
                SolvencyRow::poolId,
                (_, _) -> {});
    }

    Node feeds(ObservableValue<TreasuryPage> page) {
        var table = TreasuryTables.feeds();
        limitHeight(table);
        table.onOpen(row -> model.open(new Place.KnownAddress(row.feed())));
        return table(
                "Pegs and price feeds",
                "age against its limit",
                table,
                page.map(TreasuryPage::feeds),
                row -> row.id() + row.name(),
                (_, _) -> {});
    }

    private static void limitHeight(DataTable<?> table) {
        table.setMinHeight(LISTED);
        table.setPrefHeight(LISTED);
        table.setMaxHeight(LISTED);
    }

    Node outflows(ObservableValue<TreasuryPage> page) {
        var table = TreasuryTables.outflows();
        limitHeight(table);
        table.onOpen(row -> row.where().ifPresent(model::open));
        return table(
                "Pending outflows",
                "in order of time",
                table,
                page.map(TreasuryPage::outflows),
                OutflowRow::number,
                (shown, rows) -> shown.showTotals(List.of("", rows.size() + " outflows", totalDue(rows))));
    }

    private static String totalDue(List<OutflowRow> rows) {
        return rows.stream()
                .map(OutflowRow::amount)
                .reduce((one, other) -> new TokenAmount(one.units().add(other.units()), one.decimals(), one.symbol()))
                .map(sum -> Numbers.amount(sum, Rounding.DUE))
                .orElse(Numbers.MISSING);
    }

    Node concentration(ObservableValue<TreasuryPage> page) {
        var table = TreasuryTables.concentration();
        table.onOpen(row -> model.open(new Place.Subject(row.subjectId())));
        return table(
                "Concentration",
                "largest subject of each pool, | marks its limit",
                table,
                page.map(TreasuryPage::concentration),
                ConcentrationRow::poolId,
                (_, _) -> {});
    }
}
