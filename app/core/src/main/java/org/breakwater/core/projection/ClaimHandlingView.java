package org.breakwater.core.projection;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.breakwater.core.fact.IncidentFact.Terms;
import org.breakwater.core.projection.PoolRecords.ReserveKey;
import org.breakwater.core.projection.view.BallotView;
import org.breakwater.core.projection.view.CaseView;
import org.breakwater.core.projection.view.ClaimView;
import org.breakwater.core.projection.view.Deadline;
import org.breakwater.core.projection.view.EvidenceView;
import org.breakwater.core.projection.view.IncidentReserve;
import org.breakwater.core.projection.view.IncidentView;
import org.breakwater.core.projection.view.Totals;
import org.breakwater.core.protocol.CaseKind;
import org.breakwater.core.protocol.CaseOutcome;
import org.breakwater.core.protocol.ClaimState;

/// Incidents, claims and cases at one time, and what lies ahead of them.
record ClaimHandlingView(ProtocolRecords records, ClaimValuation valuation, long at) {

    List<IncidentView> incidents() {
        return ProtocolView.numbered(records.incidents().incidents().size(), id -> {
            var incident = records.incidents().incident(id);
            var pool = records.pools().identity(incident.opened().poolId()).pool();
            return new IncidentView(
                    id,
                    incident.view(),
                    records.pools().reserves().get(new ReserveKey(pool, id), IncidentReserve.NONE),
                    records.claims().totals().get(id, Totals.NONE));
        });
    }

    List<ClaimView> claims() {
        return ProtocolView.numbered(records.claims().claims().size(), valuation::view);
    }

    List<CaseView> cases() {
        return ProtocolView.numbered(
                records.cases().cases().size(),
                id -> new CaseView(id, records.cases().entry(id).view()));
    }

    /// Parameters as they stood at an incident's detection; empty where there is no such incident.
    Optional<Terms> incidentTerms(long incidentId) {
        return records.incidents().terms().find(incidentId);
    }

    /// Evidence on an incident or a claim, in the order in which it came.
    List<EvidenceView> evidence(CaseKind kind, long refId) {
        return LongStream.range(0, records.cases().evidenceCount(kind, refId))
                .mapToObj(index -> new CaseRecords.EvidenceKey(kind, refId, BigInteger.valueOf(index)))
                .map(key -> records.cases().evidence().require(key, () -> "a piece of evidence is missing"))
                .map(evidence -> new EvidenceView(
                        evidence.added().index().longValueExact(),
                        evidence.added().by(),
                        evidence.added().contentHash(),
                        evidence.added().uri(),
                        evidence.at(),
                        evidence.added().afterDeadline()))
                .toList();
    }

    /// The ballots of a case that count, newest first.
    List<BallotView> ballots(long caseId) {
        return records.cases().ballots().values().stream()
                .filter(ballot -> ballot.cast().caseId() == caseId)
                .map(ballot -> new BallotView(
                        ballot.cast().voter(),
                        ballot.cast().choice(),
                        ballot.cast().shareBps(),
                        ballot.cast().weight(),
                        ballot.cast().reasonHash(),
                        ballot.at()))
                .sorted(Comparator.comparingLong(BallotView::at).reversed().thenComparing(BallotView::voter))
                .toList();
    }

    /// What closing a case now would decide.
    CaseOutcome outcome(long caseId) {
        return records.cases().outcome(caseId);
    }

    /// Share that closing a case now would grant, basis points; 0 unless accepted.
    int decidedBps(long caseId) {
        return records.cases().decidedBps(caseId);
    }

    /// Last time to submit a claim, with the time that submissions have been paused; 0 before settling.
    long claimsEnd(long incidentId) {
        return valuation.claimsEnd(incidentId);
    }

    /// Last time to be paid, with the time that payouts have been paused.
    long redeemBy(long claimId) {
        return valuation.redeemBy(records.claims().claim(claimId));
    }

    /// `decidedAt + coolDown`, while neither an appeal nor anybody's call ended it.
    OptionalLong denialOpenUntil(long claimId) {
        var claim = records.claims().claim(claimId);
        var terms = records.incidents().termsOf(claim.submitted().incidentId());
        return claim.at(at).state() == ClaimState.DENIED && !claim.dispute().over()
                ? OptionalLong.of(claim.decision().decidedAt() + terms.coolDown())
                : OptionalLong.empty();
    }

    /// Deadlines of incidents, claims and cases that lie ahead, earliest first.
    List<Deadline> deadlines() {
        var deadlines = new ArrayList<Deadline>();
        for (var view : incidents()) {
            var incident = view.incident();
            var id = view.incidentId();
            switch (incident.state()) {
                case DETECTED -> deadlines.add(new Deadline(incident.lapsesAt(), Deadline.Kind.INCIDENT_LAPSES, id));
                case CONFIRMED ->
                    deadlines.add(new Deadline(incident.challengeEnds(), Deadline.Kind.CHALLENGE_ENDS, id));
                case SETTLING -> deadlines.add(new Deadline(incident.claimsEnd(), Deadline.Kind.CLAIMS_END, id));
                case COUNCIL_REVIEW ->
                    deadlines.add(new Deadline(incident.reviewEnds(), Deadline.Kind.INCIDENT_REVIEW_ENDS, id));
                case NONE, ESCALATED, CLOSED, REJECTED, LAPSED -> {}
            }
        }
        for (long id = 1; id <= records.claims().claims().size(); id++) {
            var claim = records.claims().claim(id).at(at);
            switch (claim.state()) {
                case COUNCIL_REVIEW ->
                    deadlines.add(new Deadline(claim.reviewEnds(), Deadline.Kind.CLAIM_REVIEW_ENDS, id));
                case APPROVED, AUTO_APPROVED ->
                    deadlines.add(new Deadline(claim.payableAt(), Deadline.Kind.CLAIM_PAYABLE, id));
                case PAYABLE -> {
                    if (!claim.waitsForWindow()) {
                        deadlines.add(new Deadline(claim.redeemBy(), Deadline.Kind.REDEEM_BY, id));
                    }
                }
                case NONE, SUBMITTED, ESCALATED, IN_VOTE, DENIED, PAID, EXPIRED, WITHDRAWN -> {}
            }
        }
        for (var view : cases()) {
            if (view.case_().outcome() == CaseOutcome.OPEN) {
                deadlines.add(new Deadline(view.case_().evidenceEnds(), Deadline.Kind.EVIDENCE_ENDS, view.caseId()));
                deadlines.add(new Deadline(view.case_().closes(), Deadline.Kind.CASE_CLOSES, view.caseId()));
            }
        }
        deadlines.removeIf(deadline -> deadline.at() < at);
        deadlines.sort(Comparator.comparingLong(Deadline::at));
        return List.copyOf(deadlines);
    }
}
