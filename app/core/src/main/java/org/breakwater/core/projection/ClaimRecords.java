package org.breakwater.core.projection;

import java.math.BigInteger;
import org.breakwater.core.fact.ClaimFact.ClaimSubmitted;
import org.breakwater.core.projection.view.Claim;
import org.breakwater.core.projection.view.Totals;
import org.breakwater.core.protocol.ClaimState;
import org.breakwater.core.protocol.EscalationReason;
import org.breakwater.core.protocol.Route;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// What is known of claims.
///
/// @param lastDecisions last time at which a claim of the incident was decided for good
/// @param claimOf the claim on a cover in an incident
/// @param openClaims the open claim on a cover, 0 when none
/// @param parties accounts that claimed in an incident
record ClaimRecords(
        Table<Long, Entry> claims,
        Table<Long, Totals> totals,
        Table<Long, Long> lastDecisions,
        Table<CoverKey, Long> claimOf,
        Table<BigInteger, Long> openClaims,
        Table<PartyKey, Boolean> parties) {

    record CoverKey(long incidentId, BigInteger coverId) {}

    record PartyKey(long incidentId, Address account) {}

    record Standing(ClaimState state, Route route, EscalationReason reason, long caseId) {

        static final Standing SUBMITTED = new Standing(ClaimState.SUBMITTED, Route.AUTOMATIC, EscalationReason.NONE, 0);
    }

    record Decision(BigInteger approved, long decidedAt, long payableAt, long redeemBy, Hash32 reasonHash) {

        static final Decision NONE = new Decision(BigInteger.ZERO, 0, 0, 0, Hash32.ZERO);

        Decision takenBack() {
            return new Decision(BigInteger.ZERO, decidedAt, 0, 0, reasonHash);
        }
    }

    /// How the claim is argued about.
    ///
    /// @param ceiling the most a vote can still grant, assets
    /// @param over a denial that is final
    record Dispute(int appeals, int rounds, boolean flagged, BigInteger ceiling, boolean over, long reviewEnds) {

        Dispute anotherRound() {
            return new Dispute(appeals, rounds + 1, flagged, ceiling, over, reviewEnds);
        }

        Dispute appealed(int appeal) {
            return new Dispute(appeal, 0, flagged, ceiling, over, reviewEnds);
        }

        Dispute flagged(BigInteger accused) {
            return new Dispute(appeals, 0, true, accused, over, reviewEnds);
        }

        Dispute ended() {
            return new Dispute(appeals, rounds, flagged, ceiling, true, reviewEnds);
        }

        Dispute reviewedUntil(long end) {
            return new Dispute(appeals, rounds, flagged, ceiling, over, end);
        }
    }

    /// @param waits whether it met an empty drain window
    /// @param pausedBefore seconds for which payouts had been paused when the claim was approved
    record Payment(Address payTo, BigInteger paid, boolean waits, long pausedBefore) {

        Payment to(Address payee) {
            return new Payment(payee, paid, waits, pausedBefore);
        }

        Payment paidInAll(BigInteger assets) {
            return new Payment(payTo, assets, waits, pausedBefore);
        }

        Payment waiting() {
            return new Payment(payTo, paid, true, pausedBefore);
        }

        Payment pausedBefore(long seconds) {
            return new Payment(payTo, paid, waits, seconds);
        }
    }

    /// One claim.
    ///
    /// @param deposit held, assets
    record Entry(
            ClaimSubmitted submitted,
            long submittedAt,
            Standing standing,
            Decision decision,
            Dispute dispute,
            Payment payment,
            BigInteger deposit,
            Hash32 evidenceRoot) {

        static Entry of(ClaimSubmitted submitted, long at) {
            return new Entry(
                    submitted,
                    at,
                    Standing.SUBMITTED,
                    Decision.NONE,
                    new Dispute(0, 0, false, submitted.requested(), false, 0),
                    new Payment(submitted.payTo(), BigInteger.ZERO, false, 0),
                    submitted.deposit(),
                    submitted.evidenceRoot());
        }

        boolean isGranted() {
            return standing.state() == ClaimState.APPROVED || standing.state() == ClaimState.AUTO_APPROVED;
        }

        Entry with(Standing changed) {
            return new Entry(submitted, submittedAt, changed, decision, dispute, payment, deposit, evidenceRoot);
        }

        Entry with(Decision changed) {
            return new Entry(submitted, submittedAt, standing, changed, dispute, payment, deposit, evidenceRoot);
        }

        Entry with(Dispute changed) {
            return new Entry(submitted, submittedAt, standing, decision, changed, payment, deposit, evidenceRoot);
        }

        Entry with(Payment changed) {
            return new Entry(submitted, submittedAt, standing, decision, dispute, changed, deposit, evidenceRoot);
        }

        Entry holding(BigInteger assets) {
            return new Entry(submitted, submittedAt, standing, decision, dispute, payment, assets, evidenceRoot);
        }

        Entry showing(Hash32 root) {
            return new Entry(submitted, submittedAt, standing, decision, dispute, payment, deposit, root);
        }

        /// Time makes an approved claim payable; no transaction does.
        Claim at(long time) {
            var payable = isGranted() && time >= decision.payableAt();
            return new Claim(
                    submitted.coverId(),
                    submitted.incidentId(),
                    submitted.claimant(),
                    payment.payTo(),
                    payable ? ClaimState.PAYABLE : standing.state(),
                    standing.route(),
                    standing.reason(),
                    dispute.appeals(),
                    dispute.rounds(),
                    dispute.flagged(),
                    payment.waits(),
                    submittedAt,
                    decision.decidedAt(),
                    decision.payableAt(),
                    decision.redeemBy(),
                    dispute.reviewEnds(),
                    standing.caseId(),
                    submitted.requested(),
                    decision.approved(),
                    payment.paid(),
                    deposit,
                    evidenceRoot,
                    decision.reasonHash());
        }
    }

    static ClaimRecords in(Journal journal) {
        return new ClaimRecords(
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal));
    }

    ClaimRecords frozen() {
        return new ClaimRecords(
                claims.frozen(),
                totals.frozen(),
                lastDecisions.frozen(),
                claimOf.frozen(),
                openClaims.frozen(),
                parties.frozen());
    }

    Entry claim(long claimId) {
        return claims.require(claimId, () -> "claim " + claimId + " was never submitted");
    }
}
