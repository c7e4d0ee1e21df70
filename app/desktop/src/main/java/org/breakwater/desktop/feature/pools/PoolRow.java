package org.breakwater.desktop.feature.pools;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.breakwater.core.projection.view.Capital;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.projection.view.Redemptions;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.rule.Solvency;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.place.Reading;

/// A pool as a row of the table.
///
/// @param name as the pool calls itself, or its number where that is not known
/// @param pool its figures
/// @param rates what cover costs, from the cheapest listed subject to the dearest
/// @param drainLimit DRAIN_LIMIT_24H
record PoolRow(
        long id,
        String name,
        Reading<PoolView> pool,
        Reading<RateSpan> rates,
        Reading<Redemptions> redemptions,
        Reading<BasisPoints> drainLimit) {

    /// Below this a pool that still meets its minimum counts as thin, basis points.
    private static final long THIN = 11_000;

    /// How much capital a pool has for what it stands for.
    enum Health {
        UNKNOWN,
        NOTHING_INSURED,
        SHORT,
        THIN,
        GOOD
    }

    PoolRow named(String other) {
        return new PoolRow(id, other, pool, rates, redemptions, drainLimit);
    }

    Optional<Capital> capital() {
        return pool.value().map(PoolView::capital);
    }

    Optional<TokenAmount> totalAssets() {
        return capital().map(capital -> SettlementAsset.amount(capital.totalAssets()));
    }

    Optional<TokenAmount> activeCover() {
        return capital().map(capital -> SettlementAsset.amount(capital.activeCover()));
    }

    Optional<TokenAmount> minCapital() {
        return capital().map(capital -> SettlementAsset.amount(capital.minCapital()));
    }

    /// Empty as well where nothing is insured.
    Optional<BasisPoints> solvency() {
        return capital()
                .map(Capital::solvencyBps)
                .filter(bps -> bps != Solvency.UNBOUNDED)
                .map(BasisPoints::of);
    }

    Optional<BasisPoints> utilisation() {
        return capital().map(Capital::utilisationBps).map(BasisPoints::of);
    }

    /// Assets for one share.
    Optional<TokenAmount> sharePrice() {
        return pool.value().map(view -> SettlementAsset.amount(view.sharePrice()));
    }

    Health health() {
        return capital().map(Capital::solvencyBps).map(PoolRow::health).orElse(Health.UNKNOWN);
    }

    private static Health health(long bps) {
        if (bps == Solvency.UNBOUNDED) {
            return Health.NOTHING_INSURED;
        }
        if (bps < 10_000) {
            return Health.SHORT;
        }
        return bps < THIN ? Health.THIN : Health.GOOD;
    }

    Optional<TokenAmount> queued() {
        return redemptions.value().map(Redemptions::waitingAssets).map(SettlementAsset::amount);
    }

    Optional<Integer> requests() {
        return redemptions.value().map(queue -> queue.waiting().size());
    }

    /// Share of gross assets that was paid out in the last 24 hours.
    Optional<BasisPoints> paidOut() {
        return drained(PoolView::payoutsUsed, PoolView::payoutsLimit);
    }

    /// Share of gross assets that was redeemed in the last 24 hours.
    Optional<BasisPoints> redeemed() {
        return drained(PoolView::redemptionsUsed, PoolView::redemptionsLimit);
    }

    private Optional<BasisPoints> drained(Function<PoolView, BigInteger> used, Function<PoolView, BigInteger> limit) {
        return pool.value()
                .filter(view -> limit.apply(view).signum() > 0)
                .flatMap(view -> drainLimit
                        .value()
                        .map(share -> new BasisPoints(
                                used.apply(view).multiply(share.value()).divide(limit.apply(view)))));
    }

    Optional<Long> openIncidents() {
        return capital().map(Capital::openIncidents);
    }

    /// What is stopped now.
    List<PauseScope> paused() {
        return pool.value()
                .map(view -> Arrays.stream(PauseScope.values())
                        .filter(scope -> scope.isIn(view.pausedScopes()))
                        .toList())
                .orElse(List.of());
    }
}
