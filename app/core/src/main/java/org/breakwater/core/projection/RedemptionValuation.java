package org.breakwater.core.projection;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.breakwater.core.fact.DirectoryFact.PoolAdded;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.PoolRecords.RedeemRequest;
import org.breakwater.core.projection.PoolRecords.RequestKey;
import org.breakwater.core.projection.view.QueuedRedemption;
import org.breakwater.core.projection.view.Redemptions;
import org.breakwater.core.projection.view.Redemptions.Closed;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.protocol.PegState;
import org.breakwater.core.rule.Solvency;
import org.breakwater.core.rule.Unsigned;
import org.breakwater.core.value.Address;

/// What processing a pool's redemption queue at a time would do (`PoolQueue.sol`). Processing first brings up to 24
/// insured subjects to their level of today; here all of them are.
record RedemptionValuation(ProtocolRecords records, PegWatch pegs, PoolAdded pool, long at) {

    Redemptions view() {
        var drain = records.pools().drain(address()).redemptions();
        var windowLeft = Unsigned.saturatingSub(new PoolValuation(records, pegs, at).drainLimit(pool), drain.used(at));
        var kept = kept();
        var free = Unsigned.saturatingSub(records.pools().totalAssets(address(), at), kept);
        var closed = closed();
        var waiting = filled(closed.isEmpty() ? free.min(windowLeft) : BigInteger.ZERO);
        var payable = waiting.stream().map(QueuedRedemption::payable).reduce(BigInteger.ZERO, BigInteger::add);
        return new Redemptions(waiting, closed, kept, free, windowLeft, payable);
    }

    private Address address() {
        return pool.pool();
    }

    private Set<Closed> closed() {
        var closed = EnumSet.noneOf(Closed.class);
        if (records.pools().ledger(address()).openIncidents() != 0) {
            closed.add(Closed.INCIDENT_OPEN);
        }
        if (records.guardian().isPaused(PauseScope.WITHDRAW, pool.poolId(), at)) {
            closed.add(Closed.PAUSED);
        }
        if (pegs.state(pool.asset()) == PegState.DEPEGGED) {
            closed.add(Closed.DEPEGGED);
        }
        return closed;
    }

    private BigInteger kept() {
        var minimum = Solvency.minCapital(records.pools().subjects().entries().stream()
                .filter(entry -> entry.getKey().pool().equals(address()))
                .map(entry ->
                        entry.getValue().amount().multiply(ratio(entry.getKey().subjectId())))
                .reduce(BigInteger.ZERO, BigInteger::add));
        var ledger = records.pools().ledger(address());
        if (ledger.reserved().signum() == 0) {
            return minimum;
        }
        var gross = ledger.gross().add(records.pools().earned(address(), at));
        var floor = records.parameters().get(ParameterKey.POOL_FLOOR, ParameterScope.pool(pool.poolId()));
        return minimum.max(Solvency.requirement(gross, floor));
    }

    private BigInteger ratio(long subjectId) {
        var level = records.risk().level(subjectId, at);
        return records.parameters().get(ParameterKey.MIN_CAPITAL_RATIO, ParameterScope.level(level.number()));
    }

    /// In the order of the queue, at the price that each finds when those before it have left.
    private List<QueuedRedemption> filled(BigInteger budget) {
        var ledger = records.pools().ledger(address());
        var waiting = new ArrayList<QueuedRedemption>();
        var price =
                new Price(records.directory().supply(address()), records.pools().totalAssets(address(), at));
        var now = price;
        var left = budget;
        var open = true;
        for (var id = ledger.queueHead(); id.compareTo(ledger.queueTail()) < 0; id = id.add(BigInteger.ONE)) {
            var number = id;
            RedeemRequest request = records.pools()
                    .requests()
                    .require(new RequestKey(address(), id), () -> "there is no request " + number + " in " + address());
            if (request.shares().signum() == 0) {
                continue;
            }
            var part = open && request.claimableAt() <= at ? now.within(request.shares(), left) : Part.NOTHING;
            open = part.shares().equals(request.shares());
            now = now.less(part);
            left = left.subtract(part.assets());
            waiting.add(new QueuedRedemption(
                    id,
                    request.controller(),
                    request.claimableAt(),
                    request.shares(),
                    price.assets(request.shares()),
                    part.assets()));
        }
        return waiting;
    }

    /// What of a request is filled.
    private record Part(BigInteger shares, BigInteger assets) {

        static final Part NOTHING = new Part(BigInteger.ZERO, BigInteger.ZERO);
    }

    /// Shares against assets (ERC-4626 with virtual shares).
    private record Price(BigInteger supply, BigInteger total) {

        BigInteger assets(BigInteger shares) {
            return Unsigned.mulDiv(shares, total.add(BigInteger.ONE), supply.add(PoolValuation.VIRTUAL_SHARES));
        }

        private BigInteger shares(BigInteger assets) {
            return Unsigned.mulDiv(assets, supply.add(PoolValuation.VIRTUAL_SHARES), total.add(BigInteger.ONE));
        }

        Part within(BigInteger shares, BigInteger budget) {
            if (assets(shares).compareTo(budget) <= 0) {
                return new Part(shares, assets(shares));
            }
            var some = shares(budget);
            return assets(some).signum() == 0 ? Part.NOTHING : new Part(some, assets(some));
        }

        Price less(Part part) {
            return new Price(supply.subtract(part.shares()), total.subtract(part.assets()));
        }
    }
}
