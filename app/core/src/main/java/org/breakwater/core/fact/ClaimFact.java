package org.breakwater.core.fact;

import java.math.BigInteger;
import org.breakwater.core.protocol.ClaimState;
import org.breakwater.core.protocol.EscalationReason;
import org.breakwater.core.protocol.Route;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// What Claims says.
public sealed interface ClaimFact extends ProtocolFact {

    record ClaimSubmitted(
            long claimId,
            BigInteger coverId,
            long incidentId,
            Address claimant,
            Address payTo,
            BigInteger requested,
            BigInteger deposit,
            Hash32 evidenceRoot)
            implements ClaimFact {}

    record ClaimStateChanged(
            long claimId, ClaimState from, ClaimState to, Route route, EscalationReason reason, long caseId)
            implements ClaimFact {}

    /// @param approved 0 for a denial
    record ClaimDecided(
            long claimId, Route route, BigInteger approved, long payableAt, long redeemBy, Hash32 reasonHash)
            implements ClaimFact {}

    record ReviewStarted(long claimId, long reviewEnds) implements ClaimFact {}

    record PayeeSet(long claimId, Address payTo) implements ClaimFact {}

    record FraudFlagged(long claimId, Hash32 reasonHash) implements ClaimFact {}

    /// @param deposit what the appeal adds
    record Appealed(long claimId, int appeal, BigInteger deposit, Hash32 newEvidenceRoot) implements ClaimFact {}

    record ClaimPaid(
            long claimId, Address to, BigInteger assets, BigInteger paidInAll, int proRataBps, boolean complete)
            implements ClaimFact {}

    /// The drain window was empty: the claim waits and no longer expires.
    record ClaimWaits(long claimId, BigInteger due) implements ClaimFact {}

    /// The money left the reserve and is the claimant's credit.
    record ClaimHeld(long claimId, Address claimant, BigInteger assets) implements ClaimFact {}

    /// A denial that nothing changes any more.
    record ClaimFinal(long claimId) implements ClaimFact {}

    record DepositReturned(long claimId, Address to, BigInteger amount) implements ClaimFact {}

    record DepositForfeited(long claimId, BigInteger amount) implements ClaimFact {}

    /// The right to recover from others what was paid here.
    record SubrogationAssigned(long claimId, Address by) implements ClaimFact {}
}
