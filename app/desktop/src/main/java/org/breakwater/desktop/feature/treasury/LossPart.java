package org.breakwater.desktop.feature.treasury;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.breakwater.core.follow.Known;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.stress.Chances;
import org.breakwater.core.stress.Confidence;
import org.breakwater.core.stress.LossDistribution;
import org.breakwater.core.stress.Proportion;
import org.breakwater.core.stress.StressResult.PoolResult;
import org.breakwater.core.value.Loadable;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.feature.treasury.LossPage.Figure;
import org.breakwater.desktop.feature.treasury.LossPage.ReverseRow;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.StatePane;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.chart.ChartCard;
import org.breakwater.desktop.kit.chart.DistributionChart;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.PoolPart;
import org.breakwater.desktop.place.PoolName;
import org.breakwater.desktop.place.Surroundings;
import org.breakwater.desktop.place.YearThreads;

/// What may be lost within a year: the distribution, figures with what chance leaves open, pools, and the fewest
/// subjects whose loss would be more than there is.
final class LossPart {

    private static final double FIGURE = 176;

    private final Surroundings around;
    private final LossViewModel model;

    LossPart(Surroundings around) {
        this.around = around;
        this.model = new LossViewModel(
                new ReadLosses(
                        around::name,
                        around.texts(),
                        around.assumptions().assumed().get()),
                around.background(),
                YearThreads.EXECUTOR,
                YearThreads.count());
    }

    Subscription follow(ObservableValue<Loadable<Known>> known) {
        return model.follow(known);
    }

    /// The distribution and what follows from it.
    Node losses() {
        return TreasurySection.of(new StatePane<>(model.page(), around.now(), this::content));
    }

    private Node content(ObservableValue<LossPage> page) {
        var holder = new VBox();
        Shown.following(holder, page, read -> holder.getChildren().setAll(card(read)));
        var figures = new FlowPane(0, 10);
        Shown.following(
                figures,
                page,
                read -> figures.getChildren()
                        .setAll(read.figures().stream().map(LossPart::figure).toList()));
        var assumed = Words.wrapped(Words.secondary(""));
        assumed.setId("treasury-assumed");
        Shown.following(assumed, page, read -> assumed.setText("Assumed: " + read.assumed()));
        var change = new Link(
                "Change what is assumed…",
                () -> around.router().go(new Place.Settings(Place.SettingsPart.ASSUMPTIONS)));
        change.setId("treasury-change-assumed");
        return new VBox(12, acts(page), figures, holder, new VBox(2, assumed, change), pools(page));
    }

    private Node acts(ObservableValue<LossPage> page) {
        var size = Words.secondary("");
        size.setId("treasury-years");
        Shown.following(
                size,
                page,
                read -> size.setText(
                        Numbers.count(read.result().size().years()) + " simulated years, " + SettlementAsset.SYMBOL));
        var thorough =
                Buttons.small(Buttons.plain("Simulate a million years", () -> model.simulate(LossViewModel.THOROUGH)));
        thorough.setId("treasury-simulate");
        var cancel = Buttons.small(Buttons.plain("Cancel", model::cancel));
        cancel.setId("treasury-simulate-cancel");
        var under = Words.caption("");
        under.setId("treasury-simulating");
        Shown.following(
                under,
                around.now(),
                _ -> under.setText(
                        model.running().get() ? Numbers.count(model.reached()) + " years gone through" : ""));
        cancel.visibleProperty().bind(model.running());
        cancel.managedProperty().bind(model.running());
        thorough.disableProperty().bind(model.running());
        return Boxes.row(8, Words.section("Losses within a year"), size, Boxes.spacer(), under, cancel, thorough);
    }

    private static Node figure(Figure figure) {
        var value = Words.strong(figure.value());
        value.setId(figure.id());
        var cell = new VBox(2, Words.secondary(figure.name()), value, Words.caption(figure.range()));
        cell.setPrefWidth(FIGURE);
        return cell;
    }

    private Node card(LossPage page) {
        var shown = page.distribution();
        if (shown.isEmpty()) {
            return Words.secondary("Hardly anything was lost in any year.");
        }
        var chart = new DistributionChart(shown.get());
        chart.setId("treasury-losses");
        return new ChartCard(
                "How much is lost in how many years",
                "share of years, USDC",
                sentence(page),
                chart,
                figuresTable(page.figures()),
                ExportLink.csv(
                        "the figures of losses",
                        () -> around.saving()
                                .save(
                                        "losses.csv",
                                        () -> TreasurySection.bytes(
                                                figuresTable(page.figures()).csv()))),
                ExportLink.png(
                        "the distribution of losses", () -> TreasurySection.picture(around, "losses.png", chart)));
    }

    private static String sentence(LossPage page) {
        var none = page.result().ruin().years() == 0
                ? "In none of " + Numbers.count(page.result().ruin().of())
                        + " years more is lost than the pools and the treasury have"
                : "In " + Chances.percent(page.result().ruin().value())
                        + " of all years more is lost than the pools and the treasury have";
        return none + "; in " + Chances.percent(page.result().anyCut().value())
                + " some claim is cut, because an incident may not take more of a pool than its cap.";
    }

    private static DataTable<Figure> figuresTable(List<Figure> figures) {
        List<Column<Figure>> columns = List.of(
                Column.name("Figure", 220, Figure::name),
                Column.words("Value", 160, Figure::value).alignedRight(),
                Column.words("95 % range", 260, Figure::range).alignedRight());
        return new DataTable<>("Losses", Density.CARD, columns, FXCollections.observableArrayList(figures)).fitted();
    }

    // ── pools ──────────────────────────────────────────────────────────────────────────────────────────────────

    private Node pools(ObservableValue<LossPage> page) {
        List<Column<PoolResult>> columns = List.of(
                Column.<PoolResult>name("Pool", 150, row -> PoolName.inRow(row.name()))
                        .growing(),
                amount("Expected", "expected", pool -> SettlementAsset.amount(pool.claims())),
                amount("VaR 99.5\u00A0%", "var-995", pool -> atRisk(pool, LossDistribution::valueAtRisk)),
                amount("TVaR 99.5\u00A0%", "tvar-995", pool -> atRisk(pool, LossDistribution::tailValueAtRisk)),
                chance("Ruin", PoolResult::ruin),
                chance("Cut", PoolResult::cut),
                chance("Short", PoolResult::underMinimum));
        var table = new DataTable<>("Pools within a year", Density.CARD, columns, FXCollections.observableArrayList())
                .fitted();
        table.onOpen(row -> around.router().go(new Place.Pool(row.poolId(), PoolPart.OVERVIEW)));
        Shown.following(table, page, read -> table.renew(read.pools(), PoolResult::poolId));
        table.explain(2, "Claims that are not exceeded in 199 of 200 years");
        table.explain(3, "Mean of the claims of the worst of 200 years");
        table.explain(4, "Claims are more than the pool has");
        table.explain(5, "Some claim is not paid in full");
        table.explain(6, "What is left is less than the minimum capital of the cover that is left");
        return titled("Pools within a year", "claims in USDC, and chances", table);
    }

    private static TokenAmount atRisk(
            PoolResult pool, BiFunction<LossDistribution, Confidence, LossDistribution.Estimate> read) {
        return SettlementAsset.amount(read.apply(pool.loss(), Confidence.P995).value());
    }

    private static Column<PoolResult> amount(String head, String id, Function<PoolResult, TokenAmount> amount) {
        return Column.<PoolResult>drawn(head, 100, row -> Numbers.wholeAmount(amount.apply(row), Rounding.DUE), row -> {
                    var label = Words.body(Numbers.wholeAmount(amount.apply(row), Rounding.DUE));
                    label.setMinWidth(Label.USE_PREF_SIZE);
                    label.setId("treasury-pool-" + row.poolId() + "-" + id);
                    return label;
                })
                .alignedRight()
                .sortedBy(Comparator.comparing(row -> amount.apply(row).units()));
    }

    private static Column<PoolResult> chance(String head, Function<PoolResult, Proportion> part) {
        return Column.<PoolResult>words(
                        head, 76, row -> Chances.percent(part.apply(row).value()))
                .alignedRight()
                .sortedBy(Comparator.comparingLong(row -> part.apply(row).years()));
    }

    /// The fewest subjects whose loss is more than there is.
    Node reverse() {
        return TreasurySection.of(new StatePane<>(model.page(), around.now(), this::reverse));
    }

    private Node reverse(ObservableValue<LossPage> page) {
        List<Column<ReverseRow>> columns = List.of(
                Column.<ReverseRow>name("Subject", 150, ReverseRow::name).growing(),
                Column.amount("Whole loss, USDC", 130, Rounding.DUE, row -> Optional.of(row.loss())),
                Column.amount("Sum", 130, Rounding.DUE, row -> Optional.of(row.sum())));
        var table = new DataTable<>("Reverse stress", Density.CARD, columns, FXCollections.observableArrayList());
        table.setPrefHeight(9 * 28 + 31);
        table.onOpen(row -> around.router().go(new Place.Subject(row.subjectId())));
        var words = Words.wrapped(Words.secondary(""));
        words.setId("treasury-reverse");
        Shown.following(table, page, read -> {
            table.renew(read.reverse(), ReverseRow::subjectId);
            words.setText(reverse(read));
        });
        return titled("Reverse stress", "largest first", new VBox(6, words, table));
    }

    private static String reverse(LossPage page) {
        var count = page.reverse().size();
        return page.exhausted()
                ? "The whole loss of these " + count + " subjects at once is more than all pools and the treasury have."
                : "Not even the whole loss of all " + count
                        + " subjects at once is more than all pools and the treasury have.";
    }

    private Node titled(String title, String note, Node table) {
        var heading = Boxes.row(8, Words.strong(title), Words.secondary(note), Boxes.spacer());
        if (table instanceof DataTable<?> exported) {
            var name = title.toLowerCase(Locale.ROOT).replace(",", "").replace(' ', '-') + ".csv";
            heading.getChildren()
                    .add(ExportLink.csv(
                            title.toLowerCase(Locale.ROOT),
                            () -> around.saving().save(name, () -> TreasurySection.bytes(exported.csv()))));
        }
        return new VBox(6, heading, table);
    }
}
