package org.breakwater.desktop.feature.claims;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breakwater.core.claims.ReadHistory;
import org.breakwater.core.compose.Input;
import org.breakwater.core.compose.Template;
import org.breakwater.core.compose.WrittenCall;
import org.breakwater.core.fact.IncidentFact.Terms;
import org.breakwater.core.projection.view.CaseView;
import org.breakwater.core.projection.view.IncidentView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.protocol.CaseKind;
import org.breakwater.core.protocol.CaseOutcome;
import org.breakwater.core.protocol.IncidentState;

/// Everything that is known of one incident after one block.
///
/// @param claims newest first
/// @param evidence in the order in which it came
/// @param matter what whoever acts can do about it
/// @param claimsEnd last time to submit a claim, with pauses; 0 before settling
record IncidentDetail(
        IncidentView view,
        Terms terms,
        PoolView pool,
        String poolName,
        String subject,
        List<CaseView> cases,
        List<ClaimRow> claims,
        Optional<Instant> deadline,
        long claimsEnd,
        List<Dossier.Filed> evidence,
        CaseVoteViewModel.Matter matter) {

    private static final long READINGS_BEFORE = 72L * 3_600;

    static Optional<IncidentDetail> of(Insurance insurance, long incidentId) {
        return insurance.incident(incidentId).map(view -> {
            var incident = view.incident();
            return new IncidentDetail(
                    view,
                    insurance.view().incidentTerms(incidentId).orElseThrow(),
                    insurance.pool(incident.poolId()).orElseThrow(),
                    insurance.poolName(incident.poolId()),
                    insurance.subjectName(incident.subjectId()),
                    insurance.cases(CaseKind.INCIDENT, incidentId),
                    insurance.claimsOf(incidentId).reversed().stream()
                            .map(claim -> ClaimRow.of(insurance, claim))
                            .toList(),
                    IncidentRow.deadline(insurance, view),
                    insurance.view().claimsEnd(incidentId),
                    Dossier.Filed.all(insurance, CaseKind.INCIDENT, incidentId),
                    matter(insurance, view));
        });
    }

    private static CaseVoteViewModel.Matter matter(Insurance insurance, IncidentView view) {
        var incident = view.incident();
        var parties = Parties.of(incident, insurance.claimsOf(view.incidentId()));
        var running =
                insurance.cases(CaseKind.INCIDENT, view.incidentId()).stream().reduce((_, later) -> later);
        return new CaseVoteViewModel.Matter(
                CaseKind.INCIDENT,
                view.incidentId(),
                running.map(each -> new CaseVoteViewModel.Running(each.caseId(), each.case_())),
                insurance.pool(incident.poolId()).orElseThrow().pool(),
                Optional.empty(),
                Optional.empty(),
                challenge(insurance, view),
                switch (incident.state()) {
                    case DETECTED, CONFIRMED, ESCALATED, COUNCIL_REVIEW -> true;
                    case NONE, SETTLING, CLOSED, REJECTED, LAPSED -> false;
                },
                parties,
                Map.of(),
                running.map(each -> Parties.counted(each, insurance.view().ballots(each.caseId()), parties))
                        .orElse(List.of()),
                incident.state() == IncidentState.COUNCIL_REVIEW
                                && insurance.known().time() <= incident.reviewEnds()
                        ? Optional.of(WrittenCall.empty(Template.DECIDE_INCIDENT)
                                .with(Input.INCIDENT, Long.toString(view.incidentId())))
                        : Optional.empty(),
                running.map(each -> insurance.view().outcome(each.caseId())).orElse(CaseOutcome.OPEN),
                running.map(each -> insurance.view().decidedBps(each.caseId())).orElse(0),
                insurance.known().block().number(),
                insurance.known().time());
    }

    /// Once, while its window is open, for a bond.
    private static Optional<CaseVoteViewModel.Deposit> challenge(Insurance insurance, IncidentView view) {
        var incident = view.incident();
        return insurance
                .view()
                .incidentTerms(view.incidentId())
                .filter(_ -> incident.state() == IncidentState.CONFIRMED
                        && insurance.known().time() <= incident.challengeEnds())
                .flatMap(terms -> insurance
                        .pool(incident.poolId())
                        .map(pool -> new CaseVoteViewModel.Deposit(pool.asset(), terms.challengeBond())));
    }

    boolean isVoting() {
        return cases.stream().anyMatch(each -> each.case_().outcome() == CaseOutcome.OPEN);
    }

    ReadHistory.Things things() {
        var incident = view.incident();
        return new ReadHistory.Things(
                view.incidentId(),
                claims.stream().map(ClaimRow::claimId).collect(Collectors.toUnmodifiableSet()),
                Set.of(),
                cases.stream().map(CaseView::caseId).collect(Collectors.toUnmodifiableSet()),
                pool.pool(),
                Stream.of(incident.firstAdapter(), incident.secondAdapter())
                        .filter(adapter -> !adapter.isZero())
                        .collect(Collectors.toUnmodifiableSet()),
                incident.subjectId(),
                incident.occurredAt() - READINGS_BEFORE);
    }
}
