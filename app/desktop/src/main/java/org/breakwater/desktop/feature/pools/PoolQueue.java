package org.breakwater.desktop.feature.pools;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.projection.view.QueuedRedemption;
import org.breakwater.core.projection.view.Redemptions;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.Surroundings;

/// Who waits to be paid out of a pool, in the order in which they are.
final class PoolQueue {

    private final Surroundings around;
    private final ObservableValue<PoolDetail> pool;

    PoolQueue(Surroundings around, ObservableValue<PoolDetail> pool) {
        this.around = around;
        this.pool = pool;
    }

    Node node() {
        var table = table();
        var listed = new PoolTableBar.Listed<>(
                "queue", PoolQueue::sentence, PoolQueue::waiting, QueuedRedemption::requestId);
        return new VBox(new PoolTableBar(around, pool, table, listed), Boxes.growing(table));
    }

    private static List<QueuedRedemption> waiting(PoolDetail detail) {
        return detail.redemptions().value().map(Redemptions::waiting).orElse(List.of());
    }

    private static String sentence(PoolDetail detail) {
        var queue = detail.redemptions().value();
        if (queue.isEmpty()) {
            return detail.redemptions().problem();
        }
        if (queue.get().waiting().isEmpty()) {
            return "Nobody waits in the queue. Checked at block "
                    + Numbers.count(detail.block().number()) + ".";
        }
        var closed = queue.get().closed().isEmpty()
                ? "Processing the queue now would set aside "
                        + Numbers.amountWithUnit(
                                SettlementAsset.amount(queue.get().payable()), Rounding.HELD) + "."
                : "Nothing is filled while "
                        + queue.get().closed().stream()
                                .sorted()
                                .map(PoolOverview::words)
                                .collect(Collectors.joining(" and "))
                        + ".";
        return "Requests are filled in this order, at the price of that moment. " + closed;
    }

    private DataTable<QueuedRedemption> table() {
        var shareDecimals = pool.getValue()
                .row()
                .pool()
                .value()
                .map(view -> view.shareDecimals())
                .orElse(0);
        List<Column<QueuedRedemption>> columns = List.of(
                Column.<QueuedRedemption>count("Request", 80, request -> Optional.of(request.requestId())),
                Column.<QueuedRedemption>address("Provider", 260, request -> around.label(request.controller()))
                        .growing(),
                Column.<QueuedRedemption>amount(
                                "Shares",
                                170,
                                Rounding.HELD,
                                request -> Optional.of(new TokenAmount(request.shares(), shareDecimals, "shares")))
                        .identified(request -> id(request, "shares")),
                Column.<QueuedRedemption>amount(
                                "Value now, " + SettlementAsset.SYMBOL,
                                150,
                                Rounding.HELD,
                                request -> amount(request.assets()))
                        .identified(request -> id(request, "value")),
                Column.<QueuedRedemption>amount("Filled now", 130, Rounding.HELD, request -> amount(request.payable()))
                        .identified(request -> id(request, "payable")),
                Column.<QueuedRedemption>words(
                                "Claimable",
                                110,
                                request -> claimable(request, pool.getValue().block()))
                        .sortedBy(Comparator.comparingLong(QueuedRedemption::claimableAt)),
                Column.<QueuedRedemption>words("From", 140, PoolQueue::from)
                        .sortedBy(Comparator.comparingLong(QueuedRedemption::claimableAt))
                        .identified(request -> id(request, "claimable")));
        return new DataTable<>(
                "Redemption queue", Density.LIST, columns, FXCollections.observableArrayList(waiting(pool.getValue())));
    }

    private String id(QueuedRedemption request, String figure) {
        return "pool-" + pool.getValue().row().id() + "-request-" + request.requestId() + "-" + figure;
    }

    private static Optional<TokenAmount> amount(BigInteger units) {
        return Optional.of(SettlementAsset.amount(units));
    }

    private static String from(QueuedRedemption request) {
        return Times.dateAndTime(Instant.ofEpochSecond(request.claimableAt()));
    }

    /// `waits` where only what is before it and the pool's limits hold it up.
    static String claimable(QueuedRedemption request, BlockRef block) {
        var left = Duration.between(block.time(), Instant.ofEpochSecond(request.claimableAt()));
        if (left.isPositive()) {
            return "in " + Times.duration(left);
        }
        return request.payable().signum() > 0 ? "now" : "waits";
    }
}
