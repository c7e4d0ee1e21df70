package org.breakwater.core.treasury;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.ClaimView;
import org.breakwater.core.projection.view.Incident;
import org.breakwater.core.projection.view.IncidentView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.protocol.SeriesState;
import org.breakwater.core.treasury.Outflow.Reason;

/// What the protocol has to pay or may have to pay, as far as it is known.
record PendingOutflows(ProtocolView view, long now) {

    List<Outflow> all() {
        var outflows = new ArrayList<Outflow>();
        view.pools().forEach(pool -> redemptions(pool, outflows));
        var claims = view.claims();
        view.incidents().stream()
                .filter(incident -> incident.reserve().open())
                .forEach(incident -> incident(incident, claims, outflows));
        view.series().forEach(series -> {
            var state = series.series();
            var units = state.unitsSold().subtract(state.unitsRedeemed());
            var reason = new Reason.SeriesUnits(series.seriesId(), state.poolId());
            if (state.state() == SeriesState.SETTLED && state.redeemBy() >= now) {
                add(outflows, now, units.multiply(state.unitPaid()), reason);
            }
        });
        outflows.addAll(new DecidedPayments(view, now).all());
        return outflows;
    }

    private void redemptions(PoolView pool, List<Outflow> outflows) {
        add(outflows, now, pool.capital().owedToRedeemers(), new Reason.Uncollected(pool.poolId()));
        view.redemptions(pool.poolId())
                .ifPresent(queue -> queue.waiting()
                        .forEach(request -> add(
                                outflows,
                                request.claimableAt(),
                                request.assets(),
                                new Reason.Redemption(pool.poolId(), request.requestId()))));
    }

    /// What claims were granted first, in the order in which they can be paid; never more than the reserve has left.
    private void incident(IncidentView incident, List<ClaimView> claims, List<Outflow> outflows) {
        var left = incident.reserve().funds().subtract(incident.reserve().paid());
        var granted = claims.stream()
                .filter(claim -> claim.claim().incidentId() == incident.incidentId())
                .filter(PendingOutflows::isGranted)
                .sorted(Comparator.comparingLong(claim -> claim.claim().payableAt()))
                .toList();
        for (var claim : granted) {
            var amount = claim.claim().approved().subtract(claim.claim().paid()).min(left);
            add(
                    outflows,
                    claim.claim().payableAt(),
                    amount,
                    new Reason.ClaimGranted(claim.claimId(), incident.incidentId()));
            left = left.subtract(amount);
        }
        add(
                outflows,
                decidedBy(incident),
                left,
                new Reason.IncidentReserve(
                        incident.incidentId(), incident.incident().poolId()));
    }

    private static boolean isGranted(ClaimView claim) {
        return switch (claim.claim().state()) {
            case APPROVED, AUTO_APPROVED, PAYABLE -> true;
            case NONE, SUBMITTED, ESCALATED, IN_VOTE, COUNCIL_REVIEW, DENIED, PAID, EXPIRED, WITHDRAWN -> false;
        };
    }

    /// The time that is set for the next decision about an incident.
    private long decidedBy(IncidentView view) {
        Incident incident = view.incident();
        return switch (incident.state()) {
            case DETECTED -> incident.lapsesAt();
            case CONFIRMED -> incident.challengeEnds();
            case COUNCIL_REVIEW -> incident.reviewEnds();
            case SETTLING -> this.view.claimsEnd(view.incidentId());
            case ESCALATED -> caseCloses(incident.caseId()).orElse(now);
            case NONE, CLOSED, REJECTED, LAPSED -> now;
        };
    }

    private Optional<Long> caseCloses(long caseId) {
        return view.cases().stream()
                .filter(view -> view.caseId() == caseId)
                .map(view -> view.case_().closes())
                .findFirst();
    }

    private void add(List<Outflow> outflows, long at, BigInteger amount, Reason reason) {
        Stream.of(amount)
                .filter(due -> due.signum() > 0)
                .forEach(due -> outflows.add(new Outflow(Math.max(now, at), due, reason)));
    }
}
