package org.breakwater.core.projection.view;

import java.math.BigInteger;
import org.breakwater.core.protocol.ClaimState;
import org.breakwater.core.protocol.EscalationReason;
import org.breakwater.core.protocol.Route;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// What one cover is owed for one incident (`IClaims.Claim`). Assets.
///
/// @param approved granted, before pro rata
/// @param deposit held
/// @param payableAt earliest payment
/// @param redeemBy last payment as set at the decision; later decisions and pauses lengthen it
/// @param rounds cases opened in this instance
public record Claim(
        BigInteger coverId,
        long incidentId,
        Address claimant,
        Address payTo,
        ClaimState state,
        Route route,
        EscalationReason reason,
        int appeals,
        int rounds,
        boolean flagged,
        boolean waitsForWindow,
        long submittedAt,
        long decidedAt,
        long payableAt,
        long redeemBy,
        long reviewEnds,
        long caseId,
        BigInteger requested,
        BigInteger approved,
        BigInteger paid,
        BigInteger deposit,
        Hash32 evidenceRoot,
        Hash32 decisionReasonHash) {

    /// Whether the council may accuse it of fraud: once, after it was granted and before it is payable.
    ///
    /// @param time seconds since 1970
    public boolean isFlaggableAt(long time) {
        var granted = switch (state) {
            case AUTO_APPROVED, APPROVED, PAYABLE -> true;
            case NONE, SUBMITTED, ESCALATED, IN_VOTE, COUNCIL_REVIEW, DENIED, PAID, EXPIRED, WITHDRAWN -> false;
        };
        return granted && !flagged && time < payableAt;
    }

    /// Whether the council decides it, and in time.
    ///
    /// @param time seconds since 1970
    public boolean isCouncilsAt(long time) {
        return state == ClaimState.COUNCIL_REVIEW && time <= reviewEnds;
    }
}
