package org.breakwater.desktop.feature.pools;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.follow.PoolHistory;
import org.breakwater.core.follow.PoolHistory.Dated;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.rule.Solvency;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.Surroundings;

/// How a pool stood after each day with events: both pictures, and every day in a table.
final class PoolHistoryPart {

    private final Surroundings around;
    private final ObservableValue<PoolDetail> pool;

    PoolHistoryPart(Surroundings around, ObservableValue<PoolDetail> pool) {
        this.around = around;
        this.pool = pool;
    }

    Node node() {
        var charts = new PoolCharts(around, pool);
        var left = Boxes.styled(new VBox(12, charts.solvency(), charts.sharePrice()), "pool-column");
        var scroll = new ScrollPane(left);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setPrefWidth(430);
        scroll.setMinWidth(330);
        return new HBox(scroll, Boxes.growing(days()));
    }

    private Node days() {
        var detail = pool.getValue();
        var table = table(detail.history());
        Shown.following(table, pool.map(PoolDetail::history), history -> table.renew(newest(history), Dated::time));
        return table;
    }

    private static List<Dated> newest(List<Dated> history) {
        return history.reversed();
    }

    /// One row for each day, the newest first.
    static DataTable<Dated> table(List<Dated> history) {
        List<Column<Dated>> columns = List.of(
                Column.<Dated>words("Day", 96, PoolHistoryPart::day).sortedBy(Comparator.comparing(Dated::time)),
                Column.<Dated>ratio("Solvency", 80, PoolHistoryPart::solvency),
                Column.<Dated>drawn("Share price", 84, PoolHistoryPart::price, day -> label(price(day)))
                        .alignedRight()
                        .sortedBy(Comparator.comparing(day -> day.point().sharePrice())),
                amount("Capital, " + SettlementAsset.SYMBOL, PoolHistory.Point::totalAssets),
                amount("Minimum", PoolHistory.Point::minCapital),
                amount("Active cover", PoolHistory.Point::activeCover),
                Column.<Dated>ratio(
                        "In use",
                        76,
                        day -> Optional.of(BasisPoints.of(day.point().utilisationBps()))));
        return new DataTable<>(
                "The pool day by day", Density.CARD, columns, FXCollections.observableArrayList(newest(history)));
    }

    private static String day(Dated day) {
        return Times.date(day.time());
    }

    private static Optional<BasisPoints> solvency(Dated day) {
        return Optional.of(day.point().solvencyBps())
                .filter(bps -> bps != Solvency.UNBOUNDED)
                .map(BasisPoints::of);
    }

    private static String price(Dated day) {
        return Numbers.price(SettlementAsset.amount(day.point().sharePrice()).whole());
    }

    private static Node label(String words) {
        var label = Words.body(words);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Column<Dated> amount(String head, Function<PoolHistory.Point, BigInteger> amount) {
        Function<Dated, Optional<TokenAmount>> figure =
                day -> Optional.of(SettlementAsset.amount(amount.apply(day.point())));
        return Column.amount(head, 116, Rounding.HELD, figure);
    }
}
