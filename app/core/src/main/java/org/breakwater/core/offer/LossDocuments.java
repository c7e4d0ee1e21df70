package org.breakwater.core.offer;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.ClaimView;
import org.breakwater.core.projection.view.Deadline;
import org.breakwater.core.projection.view.IncidentView;
import org.breakwater.core.value.Address;

/// Incidents and claims as documents.
///
/// @param asset of a pool
record LossDocuments(ProtocolView view, LongFunction<Address> asset) {

    private enum About {
        INCIDENT,
        CLAIM,
        CASE
    }

    private record Matter(About about, long id) {}

    private static Matter matter(Deadline deadline) {
        var about = switch (deadline.kind()) {
            case INCIDENT_LAPSES, CHALLENGE_ENDS, CLAIMS_END, INCIDENT_REVIEW_ENDS -> About.INCIDENT;
            case CLAIM_REVIEW_ENDS, CLAIM_PAYABLE, REDEEM_BY -> About.CLAIM;
            case EVIDENCE_ENDS, CASE_CLOSES -> About.CASE;
        };
        return new Matter(about, deadline.id());
    }

    private Map<Matter, List<Deadline>> deadlines() {
        return view.deadlines().stream().collect(Collectors.groupingBy(LossDocuments::matter));
    }

    /// Those of a matter, and of the case that decides it.
    private static List<DeadlineAhead> ahead(Map<Matter, List<Deadline>> all, Matter matter, long caseId) {
        return Stream.of(matter, new Matter(About.CASE, caseId))
                .flatMap(each -> all.getOrDefault(each, List.of()).stream())
                .map(deadline -> new DeadlineAhead(deadline.kind(), deadline.at()))
                .sorted(Comparator.comparingLong(DeadlineAhead::at))
                .toList();
    }

    List<Incident> incidents() {
        var deadlines = deadlines();
        return view.incidents().stream()
                .map(known -> incident(
                        known,
                        ahead(
                                deadlines,
                                new Matter(About.INCIDENT, known.incidentId()),
                                known.incident().caseId())))
                .toList();
    }

    private Incident incident(IncidentView known, List<DeadlineAhead> deadlines) {
        var incident = known.incident();
        var totals = known.totals();
        return new Incident(
                known.incidentId(),
                incident.poolId(),
                incident.subjectId(),
                asset.apply(incident.poolId()),
                Settled.DECIMALS,
                incident.state(),
                incident.reason(),
                incident.route(),
                incident.severityBps(),
                Settled.unlessZero(incident.occurredAt()),
                incident.detectedAt(),
                Settled.unlessZero(incident.confirmedAt()),
                Settled.unlessZero(incident.settlingAt()),
                incident.affectedCover(),
                known.reserve().funds(),
                totals.requested(),
                totals.approved(),
                totals.paid(),
                totals.claims(),
                totals.open(),
                incident.detector(),
                Stream.of(incident.firstAdapter(), incident.secondAdapter())
                        .filter(adapter -> !adapter.isZero())
                        .distinct()
                        .toList(),
                Settled.unlessZero(incident.caseId()),
                deadlines);
    }

    List<Claim> claims() {
        var deadlines = deadlines();
        var pools = view.incidents().stream()
                .collect(Collectors.toMap(
                        IncidentView::incidentId, known -> known.incident().poolId()));
        return view.claims().stream()
                .map(known -> claim(
                        known,
                        asset.apply(pools.get(known.claim().incidentId())),
                        ahead(
                                deadlines,
                                new Matter(About.CLAIM, known.claimId()),
                                known.claim().caseId())))
                .toList();
    }

    private static Claim claim(ClaimView known, Address asset, List<DeadlineAhead> deadlines) {
        var claim = known.claim();
        return new Claim(
                known.claimId(),
                claim.incidentId(),
                claim.coverId(),
                asset,
                Settled.DECIMALS,
                known.holder(),
                claim.claimant(),
                claim.payTo(),
                claim.state(),
                claim.route(),
                claim.reason(),
                claim.requested(),
                claim.approved(),
                claim.paid(),
                known.dueNow(),
                known.proRataBps(),
                claim.waitsForWindow(),
                claim.submittedAt(),
                Settled.unlessZero(claim.decidedAt()),
                Settled.unlessZero(claim.payableAt()),
                Settled.unlessZero(claim.redeemBy()),
                known.evidenceCount(),
                Settled.unlessZero(claim.caseId()),
                deadlines);
    }
}
