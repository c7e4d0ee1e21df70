package org.breakwater.core.projection;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.LongStream;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.view.Health;
import org.breakwater.core.projection.view.TreasuryView;
import org.breakwater.core.projection.view.TreasuryView.AssetView;
import org.breakwater.core.projection.view.TreasuryView.VenueView;
import org.breakwater.core.protocol.ModuleName;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.rule.Solvency;
import org.breakwater.core.rule.Unsigned;
import org.breakwater.core.value.Address;

/// What the treasury comes to at a time.
record TreasuryValuation(ProtocolRecords records, PoolValuation pools, PegWatch pegs, OutsideFacts outside, long at) {

    private static final long BUDGET_WINDOW = 90 * 86_400L;
    private static final BigInteger MOST_WORTH = BigInteger.TWO.pow(128).subtract(BigInteger.ONE);

    TreasuryView view() {
        var treasury = records.treasury();
        var used = 0;
        var windowEnds = 0L;
        for (long id = records.guardian().pauses().size(); id > 0; id--) {
            var pause = records.guardian().pauses().require(id, () -> "a pause is missing");
            if (pause.from() + BUDGET_WINDOW <= at) {
                break;
            }
            used++;
            windowEnds = pause.from() + BUDGET_WINDOW;
        }
        return new TreasuryView(
                LongStream.range(0, treasury.assets().size())
                        .mapToObj(place -> treasury.assets().require(place, () -> "an asset is missing"))
                        .map(asset -> new AssetView(asset, health(asset), pegs.feed(asset)))
                        .toList(),
                venues(),
                treasury.councilSpending().used(at),
                records.parameters().get(ParameterKey.COUNCIL_SPEND_EPOCH, ParameterScope.GLOBAL),
                used,
                records.parameters()
                        .get(ParameterKey.PAUSE_BUDGET_90D, ParameterScope.GLOBAL)
                        .intValueExact(),
                windowEnds);
    }

    private List<VenueView> venues() {
        var treasury = records.treasury();
        return LongStream.range(0, treasury.venueOrder().size())
                .mapToObj(place -> treasury.venueOrder().require(place, () -> "a venue is missing"))
                .map(address -> {
                    var venue = treasury.venues().require(address, () -> "a venue is missing");
                    return new VenueView(address, outside.worth(address, venue.principal()), venue);
                })
                .toList();
    }

    Health health(Address asset) {
        var deployed = BigInteger.ZERO;
        var largest = BigInteger.ZERO;
        var selfReported = BigInteger.ZERO;
        for (var venue : venues()) {
            if (venue.state().asset().equals(asset)) {
                var worth = venue.value().min(MOST_WORTH);
                deployed = deployed.add(worth);
                largest = largest.max(worth);
                selfReported = venue.state().selfReported() ? selfReported.add(worth) : selfReported;
            }
        }
        var liquid = records.directory()
                .module(ModuleName.TREASURY)
                .map(treasury -> records.directory().balance(asset, treasury))
                .orElse(BigInteger.ZERO);
        var liabilities = shortfall(asset);
        var assets = liquid.add(deployed);
        return new Health(
                liquid,
                deployed,
                liabilities,
                Solvency.ratio(assets, liabilities),
                part(largest, assets),
                part(selfReported, assets),
                pegs.state(asset),
                pegs.pricedAt(asset));
    }

    /// Basis points, rounded up.
    private static int part(BigInteger of, BigInteger whole) {
        return whole.signum() == 0
                ? 0
                : Unsigned.mulDivUp(of, Unsigned.BPS, whole).intValueExact();
    }

    /// What the pools in an asset are short of.
    private BigInteger shortfall(Address asset) {
        return records.pools().identities().values().stream()
                .filter(pool -> pool.asset().equals(asset))
                .map(pool -> Unsigned.saturatingSub(pools.minCapital(pool.pool()), pools.totalAssets(pool.pool())))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
