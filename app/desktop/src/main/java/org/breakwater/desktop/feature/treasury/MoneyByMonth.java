package org.breakwater.desktop.feature.treasury;

import java.math.BigInteger;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.treasury.TreasuryPast;
import org.breakwater.core.treasury.TreasuryPast.Month;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.StatePane;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.chart.ChartCard;
import org.breakwater.desktop.kit.chart.ColumnChart;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.place.Surroundings;

/// What left the treasury month by month, and what came in, from its own events.
final class MoneyByMonth {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
    private static final double LISTED = 9 * 28 + 31;
    private static final double CHART = 230;

    /// After so many new blocks the events are read anew.
    private static final int BLOCKS = 50;

    private final Surroundings around;
    private final ReadOnlyObjectWrapper<Loadable<TreasuryPast>> past =
            new ReadOnlyObjectWrapper<>(new Loadable.Loading<>());
    private Subscription reading = Subscription.EMPTY;
    private long read = -1;

    MoneyByMonth(Surroundings around) {
        this.around = around;
    }

    /// Reads the events anew as the chain goes on, until the answer is closed.
    Subscription follow(ObservableValue<Loadable<Known>> known) {
        return Subscription.combine(known.subscribe(this::changed), () -> reading.unsubscribe());
    }

    /// The treasury's past, as it was read last.
    ObservableValue<Loadable<TreasuryPast>> past() {
        return past.getReadOnlyProperty();
    }

    private void changed(Loadable<Known> loadable) {
        loadable.read().ifPresent(this::goOn);
    }

    private void goOn(Known known) {
        if (Math.abs(known.block().number() - read) >= BLOCKS) {
            read = known.block().number();
            reading.unsubscribe();
            reading = around.background().quietly(() -> read(known), past::set);
        }
    }

    private Loadable<TreasuryPast> read(Known known) {
        try {
            var treasury = around.deployment().address("Treasury");
            var told = TreasuryPast.read(
                    around.events(), treasury, assets(known), known.block().time());
            return new Loadable.Ready<>(told, known.block());
        } catch (ProblemException failed) {
            return new Loadable.Failed<>(failed.problem());
        }
    }

    private static Set<Address> assets(Known known) {
        var assets = new HashSet<Address>();
        known.view().treasury().assets().forEach(each -> assets.add(each.asset()));
        return assets;
    }

    Node root() {
        return TreasurySection.of(new StatePane<>(past.getReadOnlyProperty(), around.now(), this::content));
    }

    private Node content(ObservableValue<TreasuryPast> shown) {
        var holder = new VBox();
        Shown.following(holder, shown, told -> holder.getChildren().setAll(card(told)));
        return holder;
    }

    private Node card(TreasuryPast told) {
        if (told.months().isEmpty()) {
            return Words.secondary("No money has come into the treasury or left it.");
        }
        var periods = told.months().stream()
                .map(month -> new ColumnChart.Period(
                        name(month.month()),
                        Stream.of(month.spent(), month.backstop(), month.lost().add(month.writtenOff()))
                                .map(units -> SettlementAsset.amount(units).whole())
                                .toList()))
                .toList();
        var chart = new ColumnChart(periods, value -> Numbers.millions(value, Rounding.HELD));
        var table = table(told.months());
        var card = new ChartCard(
                "What left the treasury",
                "by month, USDC",
                sentence(told),
                new VBox(4, legend(), Boxes.growing(chart)),
                table,
                ExportLink.csv(
                        "the treasury's months",
                        () -> around.saving().save("treasury-months.csv", () -> TreasurySection.bytes(table.csv()))),
                ExportLink.png(
                        "the chart of what left the treasury",
                        () -> TreasurySection.picture(around, "treasury-months.png", chart)));
        card.setMinHeight(CHART);
        return card;
    }

    private static String name(YearMonth month) {
        return NAME.format(month);
    }

    private static String sentence(TreasuryPast told) {
        var others = told.others() == 0
                ? ""
                : " " + Numbers.count(told.others()) + (told.others() == 1 ? " payment" : " payments")
                        + " in other tokens not counted.";
        return "In " + Numbers.count(told.months().size()) + " months " + sum(told, Month::spent) + " were spent, "
                + sum(told, Month::backstop) + " went to pools as backstop, "
                + sum(told, month -> month.lost().add(month.writtenOff())) + " were lost or written off in venues. "
                + sum(told, Month::fees) + " came in as fees, " + sum(told, Month::earned) + " as yield." + others;
    }

    private static String sum(TreasuryPast told, Function<Month, BigInteger> what) {
        return written(told.months().stream().map(what).reduce(BigInteger.ZERO, BigInteger::add))
                + Numbers.NO_BREAK
                + SettlementAsset.SYMBOL;
    }

    private static String written(BigInteger units) {
        return Numbers.amount(SettlementAsset.amount(units), Rounding.HELD);
    }

    private static Node legend() {
        return Boxes.row(
                12, key("chart-1", "Spent"), key("chart-2", "Backstop"), key("chart-3", "Lost or written off"));
    }

    private static Node key(String colour, String words) {
        return Boxes.row(6, Boxes.styled(new Region(), "legend-key", colour), Words.caption(words));
    }

    private static DataTable<Month> table(List<Month> months) {
        List<Column<Month>> columns = List.of(
                Column.words("Month", 96, month -> name(month.month())),
                column("Fees", Month::fees),
                column("Returned", Month::returned),
                column("Yield", Month::earned),
                column("Spent", Month::spent),
                column("Backstop", Month::backstop),
                column("Lost", Month::lost),
                column("Written off", Month::writtenOff));
        var table = new DataTable<>(
                "The treasury's money by month",
                Density.CARD,
                columns,
                FXCollections.observableArrayList(months.reversed()));
        table.setPrefHeight(LISTED);
        return table;
    }

    private static Column<Month> column(String name, Function<Month, BigInteger> what) {
        return Column.<Month>drawn(
                        name, 104, month -> written(what.apply(month)), month -> Words.body(written(what.apply(month))))
                .alignedRight();
    }
}
