package org.breakwater.core.fact;

import java.math.BigInteger;
import org.breakwater.core.protocol.BallotChoice;
import org.breakwater.core.protocol.CaseKind;
import org.breakwater.core.protocol.CaseOutcome;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// What the tribunal says. Weights are votes of the voting token, 1e-18 token.
public sealed interface CaseFact extends ProtocolFact {

    /// @param refId incident or claim
    record CaseOpened(long caseId, CaseKind kind, long refId, Case case_) implements CaseFact {}

    /// A ballot, in place of the voter's earlier one.
    record VoteCast(long caseId, Address voter, BallotChoice choice, int shareBps, BigInteger weight, Hash32 reasonHash)
            implements CaseFact {}

    /// The next ballot of the case was signed, and used up this nonce of its voter.
    record BallotSigned(long caseId, Address voter, BigInteger nonce) implements CaseFact {}

    /// A ballot was taken out because its voter became a party.
    record BallotStruck(long caseId, Address voter, BigInteger weight) implements CaseFact {}

    record CaseExtended(long caseId, long closes, int extensions) implements CaseFact {}

    record CaseClosed(long caseId, CaseOutcome outcome, int decidedBps, BigInteger turnout, long voters)
            implements CaseFact {}

    /// @param uri content address, at most 256 bytes
    record EvidenceAdded(
            CaseKind kind,
            long refId,
            BigInteger index,
            Address by,
            Hash32 contentHash,
            String uri,
            boolean afterDeadline)
            implements CaseFact {}

    /// A case as it was opened.
    record Case(
            Address host,
            long refId,
            CaseKind kind,
            CaseOutcome outcome,
            int extensions,
            long proposedAt,
            long snapshot,
            long evidenceEnds,
            long opens,
            long closes,
            int minVoters,
            long voters,
            BigInteger quorum,
            BigInteger weightCap,
            BigInteger supply,
            BigInteger pay,
            BigInteger partialPay,
            BigInteger deny,
            BigInteger abstain,
            int decidedBps) {}
}
