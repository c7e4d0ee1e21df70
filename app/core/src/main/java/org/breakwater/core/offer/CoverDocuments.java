package org.breakwater.core.offer;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.AccountCoverView;
import org.breakwater.core.projection.view.IntegratorView;
import org.breakwater.core.projection.view.PolicyView;
import org.breakwater.core.projection.view.SeriesView;
import org.breakwater.core.value.Address;

/// Policies, parametric series and cover through integrators as documents.
///
/// @param asset of a pool
record CoverDocuments(ProtocolView view, LongFunction<Address> asset) {

    List<Policy> policies() {
        return view.policies().stream().map(this::policy).toList();
    }

    /// Whether an event now would find it covered.
    static boolean isInForce(Policy policy) {
        return switch (policy.state()) {
            case ACTIVE -> policy.remaining().signum() > 0;
            case WAITING, GRACE, OVERDUE, EXPIRED, CANCELLED, EXHAUSTED -> false;
        };
    }

    private Policy policy(PolicyView known) {
        var policy = known.policy();
        var remaining = switch (known.state()) {
            case WAITING, ACTIVE, GRACE, OVERDUE -> policy.amount().subtract(policy.paid());
            case EXPIRED, CANCELLED, EXHAUSTED -> BigInteger.ZERO;
        };
        return new Policy(
                known.policyId(),
                known.holder(),
                known.state(),
                policy.poolId(),
                policy.subjectId(),
                asset.apply(policy.poolId()),
                Settled.DECIMALS,
                policy.amount(),
                policy.paid(),
                remaining,
                policy.premium(),
                policy.rateBps(),
                policy.boughtAt(),
                policy.start(),
                policy.end(),
                policy.graceEnd(),
                policy.termsVersion(),
                Settled.unlessZero(policy.distributor()),
                policy.proofOfInterestHash(),
                Settled.unlessZero(known.openClaim()));
    }

    List<Integrator> integrators() {
        return view.integrators().stream().map(this::integrator).toList();
    }

    private Integrator integrator(IntegratorView known) {
        var state = known.state();
        return new Integrator(
                known.integrator(),
                state.poolId(),
                state.subjectId(),
                asset.apply(state.poolId()),
                Settled.DECIMALS,
                state.enrolment(),
                state.active(),
                state.insured(),
                known.accounts(),
                state.prepaid(),
                state.ratePerSecond(),
                state.waiting(),
                Settled.unlessNever(known.fundedUntil()),
                state.metadataHash());
    }

    List<IntegratedCover> integrated() {
        Map<Address, IntegratorView> byAddress =
                view.integrators().stream().collect(Collectors.toMap(IntegratorView::integrator, known -> known));
        return view.accountCovers().stream()
                .map(cover -> integrated(cover, Objects.requireNonNull(byAddress.get(cover.integrator()))))
                .toList();
    }

    private IntegratedCover integrated(AccountCoverView cover, IntegratorView integrator) {
        return new IntegratedCover(
                cover.coverId(),
                cover.integrator(),
                cover.account(),
                cover.poolId(),
                cover.subjectId(),
                asset.apply(cover.poolId()),
                Settled.DECIMALS,
                cover.reported(),
                cover.insured(),
                cover.inForce(),
                cover.paid(),
                cover.ratePerSecond(),
                integrator.state().waiting(),
                Settled.unlessZero(cover.since()),
                Settled.unlessZero(cover.endedAt()),
                cover.funded(),
                Settled.unlessNever(integrator.fundedUntil()));
    }

    List<Series> series() {
        return view.series().stream().map(this::series).toList();
    }

    private Series series(SeriesView known) {
        var series = known.series();
        return new Series(
                known.seriesId(),
                series.poolId(),
                series.subjectId(),
                asset.apply(series.poolId()),
                Settled.DECIMALS,
                series.state(),
                series.adapter(),
                series.salesEnd(),
                series.eventEnd(),
                Settled.unlessZero(series.redeemBy()),
                series.unitPayout(),
                series.unitPaid(),
                series.severityBps(),
                series.maxUnits(),
                series.unitsSold(),
                series.unitsRedeemed(),
                series.premiumCollected(),
                series.termsHash());
    }

    /// Units of a series with what they pay; nothing once it is over.
    static Optional<SeriesUnits> payable(Series series, BigInteger units) {
        var each = switch (series.state()) {
            case OPEN -> Optional.of(series.unitPayout());
            case SETTLED -> Optional.of(series.unitPaid());
            case NONE, OVER -> Optional.<BigInteger>empty();
        };
        return each.map(one ->
                new SeriesUnits(series.seriesId(), units, series.asset(), series.decimals(), units.multiply(one)));
    }
}
