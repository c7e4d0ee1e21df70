package org.breakwater.core.projection;

import java.math.BigInteger;
import java.util.function.UnaryOperator;
import org.breakwater.core.fact.ClaimFact;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.projection.ClaimRecords.CoverKey;
import org.breakwater.core.projection.ClaimRecords.Decision;
import org.breakwater.core.projection.ClaimRecords.Entry;
import org.breakwater.core.projection.ClaimRecords.PartyKey;
import org.breakwater.core.projection.ClaimRecords.Standing;
import org.breakwater.core.projection.view.Totals;
import org.breakwater.core.protocol.ClaimState;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.value.Address;

/// Folds claims.
record ClaimFold(ClaimRecords records, IncidentRecords incidents, GuardianRecords guardian, EscrowFold escrow) {

    void apply(ClaimFact fact, LoggedFact logged) {
        var desk = logged.contract();
        var at = logged.time();
        switch (fact) {
            case ClaimFact.ClaimSubmitted submitted -> submitted(desk, submitted, at);
            case ClaimFact.ClaimStateChanged changed -> moved(changed, at);
            case ClaimFact.ClaimDecided decided -> decided(decided, at);
            case ClaimFact.ReviewStarted review ->
                change(review.claimId(), entry -> entry.with(entry.dispute().reviewedUntil(review.reviewEnds())));
            case ClaimFact.PayeeSet set -> {
                change(set.claimId(), entry -> entry.with(entry.payment().to(set.payTo())));
                records.parties().put(new PartyKey(incident(set.claimId()), set.payTo()), true);
            }
            case ClaimFact.FraudFlagged flagged -> flagged(flagged.claimId());
            case ClaimFact.Appealed appealed -> {
                change(
                        appealed.claimId(),
                        entry -> entry.with(entry.dispute().appealed(appealed.appeal()))
                                .holding(entry.deposit().add(appealed.deposit()))
                                .showing(appealed.newEvidenceRoot()));
                escrow.enter(desk, pool(appealed.claimId()), appealed.deposit());
            }
            case ClaimFact.ClaimPaid paid -> {
                change(paid.claimId(), entry -> entry.with(entry.payment().paidInAll(paid.paidInAll())));
                totals(paid.claimId(), totals -> totals.paid(paid.assets()));
            }
            case ClaimFact.ClaimWaits waits ->
                change(waits.claimId(), entry -> entry.with(entry.payment().waiting()));
            // The credit that is kept says so itself.
            case ClaimFact.ClaimHeld _ -> {}
            case ClaimFact.ClaimFinal last -> {
                var ceiling = records.claim(last.claimId()).dispute().ceiling();
                change(last.claimId(), entry -> entry.with(entry.dispute().ended()));
                totals(last.claimId(), totals -> totals.denied(ceiling));
                decidedForGood(last.claimId(), at);
                free(last.claimId());
            }
            case ClaimFact.DepositReturned returned -> {
                change(returned.claimId(), entry -> entry.holding(BigInteger.ZERO));
                escrow.leave(desk, pool(returned.claimId()), returned.amount());
            }
            case ClaimFact.DepositForfeited forfeited -> {
                change(forfeited.claimId(), entry -> entry.holding(BigInteger.ZERO));
                escrow.forfeit(desk, pool(forfeited.claimId()), forfeited.amount());
            }
            // Follows from the first payment.
            case ClaimFact.SubrogationAssigned _ -> {}
        }
    }

    private void submitted(Address desk, ClaimFact.ClaimSubmitted submitted, long at) {
        var incidentId = submitted.incidentId();
        records.claims().put(submitted.claimId(), Entry.of(submitted, at));
        records.claimOf().put(new CoverKey(incidentId, submitted.coverId()), submitted.claimId());
        records.openClaims().put(submitted.coverId(), submitted.claimId());
        records.parties().put(new PartyKey(incidentId, submitted.claimant()), true);
        totals(submitted.claimId(), totals -> totals.submitted(submitted.requested()));
        escrow.enter(desk, pool(submitted.claimId()), submitted.deposit());
    }

    private void moved(ClaimFact.ClaimStateChanged changed, long at) {
        var claimId = changed.claimId();
        change(
                claimId,
                entry -> entry.with(new Standing(changed.to(), changed.route(), changed.reason(), changed.caseId())));
        switch (changed.to()) {
            case ESCALATED ->
                change(claimId, entry -> entry.with(entry.dispute().anotherRound()));
            case PAID, EXPIRED -> {
                totals(claimId, Totals::over);
                free(claimId);
            }
            case WITHDRAWN -> {
                var claim = records.claim(claimId).submitted();
                totals(claimId, totals -> totals.withdrawn(claim.requested()));
                records.claimOf().remove(new CoverKey(claim.incidentId(), claim.coverId()));
                decidedForGood(claimId, at);
                free(claimId);
            }
            case NONE, SUBMITTED, AUTO_APPROVED, IN_VOTE, COUNCIL_REVIEW, APPROVED, DENIED, PAYABLE -> {}
        }
    }

    private void decided(ClaimFact.ClaimDecided decided, long at) {
        var claimId = decided.claimId();
        change(
                claimId,
                entry -> entry.with(new Decision(
                        decided.approved(), at, decided.payableAt(), decided.redeemBy(), decided.reasonHash())));
        var claim = records.claim(claimId);
        if (claim.standing().state() == ClaimState.DENIED) {
            return;
        }
        var paused = guardian.pausedSeconds(PauseScope.PAYOUT, pool(claimId), at);
        change(claimId, entry -> entry.with(entry.payment().pausedBefore(paused)));
        totals(claimId, totals -> totals.approved(claim.dispute().ceiling(), decided.approved()));
        decidedForGood(claimId, at);
    }

    /// The accused claim can be confirmed or cut, not raised.
    private void flagged(long claimId) {
        var accused = records.claim(claimId).decision().approved();
        totals(claimId, totals -> totals.reopened(accused));
        change(
                claimId,
                entry -> entry.with(entry.dispute().flagged(accused))
                        .with(entry.decision().takenBack()));
    }

    private void decidedForGood(long claimId, long at) {
        records.lastDecisions().put(incident(claimId), at);
    }

    private void free(long claimId) {
        records.openClaims().put(records.claim(claimId).submitted().coverId(), 0L);
    }

    private long incident(long claimId) {
        return records.claim(claimId).submitted().incidentId();
    }

    private long pool(long claimId) {
        return incidents.incident(incident(claimId)).opened().poolId();
    }

    private void totals(long claimId, UnaryOperator<Totals> change) {
        records.totals().change(incident(claimId), Totals.NONE, change);
    }

    private void change(long claimId, UnaryOperator<Entry> change) {
        records.claims().change(claimId, () -> "claim " + claimId + " was never submitted", change);
    }
}
