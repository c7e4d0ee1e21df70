package org.breakwater.core.governor;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.protocol.BallotChoice;
import org.breakwater.core.protocol.CaseOutcome;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;

/// What the chain says of somebody as a voter in one case of the tribunal. 1e-18 token.
///
/// @param weight that counts, after the cap; none of a party
/// @param power votes at the case's snapshot, before the cap
/// @param weightCap the most that one voter counts for
/// @param ballot what they said so far
/// @param nonce of their next signed ballot
/// @param shares of the pool that they hold, in its smallest unit
/// @param allShares of the pool
/// @param outcome what the tribunal says that closing now would decide
/// @param decidedBps share that it would grant, basis points
public record JurorOnChain(
        BlockRef block,
        Address voter,
        BigInteger weight,
        BigInteger power,
        BigInteger weightCap,
        Optional<Cast> ballot,
        BigInteger nonce,
        BigInteger shares,
        BigInteger allShares,
        CaseOutcome outcome,
        int decidedBps) {

    /// A ballot that counts.
    public record Cast(BallotChoice choice, int shareBps, BigInteger weight, Hash32 reason) {}

    /// Whether the tribunal lets them not vote although they had votes: they are a party.
    public boolean isParty() {
        return weight.signum() == 0 && power.signum() > 0 && weightCap.signum() > 0;
    }
}
