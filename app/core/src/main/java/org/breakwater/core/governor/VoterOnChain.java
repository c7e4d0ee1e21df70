package org.breakwater.core.governor;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.value.Address;

/// What the chain says of somebody as a voter on one proposal. 1e-18 token.
///
/// @param hasVoted whether they cannot vote any more
/// @param power votes at the proposal's snapshot; empty while that lies ahead
/// @param powerNow votes at the newest block
/// @param balance tokens of their own
/// @param delegate who votes with these tokens; zero for nobody
/// @param nonce of their next signed ballot
public record VoterOnChain(
        Address voter,
        boolean hasVoted,
        Optional<BigInteger> power,
        BigInteger powerNow,
        BigInteger balance,
        Address delegate,
        BigInteger nonce) {

    /// Whether they hold tokens with which nobody can vote, because nobody was ever named to.
    public boolean lacksDelegate() {
        return delegate.isZero() && balance.signum() > 0;
    }
}
