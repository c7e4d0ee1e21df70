package org.breakwater.core.treasury;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.breakwater.core.follow.Known;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.protocol.ParameterKey;

/// What can be liquid, against what falls due. Liquid is what the treasury has at hand, what its venues can have paid
/// back
/// by then, and what the pools' drain windows let out. Due is what can be asked for by then: collected and queued
/// redemptions, granted claims, reserves of open incidents, settled series, and payments that were decided.
///
/// @param now seconds since 1970
/// @param inflows of the treasury
/// @param pools what each pool's windows let out
/// @param outflows earliest first
public record LiquidityPlan(long now, List<Inflow> inflows, List<DrainForecast> pools, List<Outflow> outflows) {

    public LiquidityPlan {
        inflows = List.copyOf(inflows);
        pools = List.copyOf(pools);
        outflows =
                outflows.stream().sorted(Comparator.comparingLong(Outflow::at)).toList();
    }

    public static LiquidityPlan of(Known known) {
        var view = known.view();
        return new LiquidityPlan(
                known.time(),
                treasury(view, known.time()),
                view.pools().stream().map(pool -> forecast(view, pool)).toList(),
                new PendingOutflows(view, known.time()).all());
    }

    private static List<Inflow> treasury(ProtocolView view, long now) {
        var inflows = new ArrayList<Inflow>();
        for (var asset : view.treasury().assets()) {
            inflows.add(new Inflow(new Source.AtHand(), now, asset.health().liquid()));
        }
        var notices = view.exitNotices();
        for (var venue : view.treasury().venues()) {
            var notice = notices.stream()
                    .filter(given -> given.venue().equals(venue.venue()))
                    .findFirst();
            inflows.addAll(new VenueExit(venue, notice).inflows(now));
        }
        return inflows;
    }

    private static DrainForecast forecast(ProtocolView view, PoolView pool) {
        var scope = ParameterScope.pool(pool.poolId());
        return new DrainForecast(
                pool.capital().grossAssets(),
                pool.payoutsUsed(),
                pool.redemptionsUsed(),
                view.parameterBook().get(ParameterKey.DRAIN_LIMIT_24H, scope),
                view.parameterBook().get(ParameterKey.MIN_DEPOSIT, scope));
    }

    /// Every horizon, the treasury and the pools together.
    public List<Rung> rungs() {
        return Arrays.stream(Horizon.values())
                .map(within -> Rung.of(within, liquid(within), due(within)))
                .toList();
    }

    /// Every horizon, for one party's money and what it owes.
    public List<Rung> rungs(Party party) {
        return rungs().stream()
                .map(rung -> rung.of(party, due(party, rung.within())))
                .toList();
    }

    private LinkedHashMap<Source, BigInteger> liquid(Horizon within) {
        var liquid = new LinkedHashMap<Source, BigInteger>();
        liquid.put(
                new Source.InPools(),
                pools.stream().map(pool -> pool.within(within.days())).reduce(BigInteger.ZERO, BigInteger::add));
        for (var inflow : inflows) {
            var amount = inflow.at() <= within.end(now) ? inflow.amount() : BigInteger.ZERO;
            liquid.merge(inflow.source(), amount, BigInteger::add);
        }
        return liquid;
    }

    public BigInteger due(Horizon within) {
        return due(Party.TREASURY, within).add(due(Party.POOLS, within));
    }

    private BigInteger due(Party party, Horizon within) {
        return outflows.stream()
                .filter(outflow -> outflow.reason().party() == party && outflow.at() <= within.end(now))
                .map(Outflow::amount)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
