package org.breakwater.core.fact;

import java.math.BigInteger;
import org.breakwater.core.value.Address;

/// What the voting token says of voting power, in units of 1e-18 token.
public sealed interface VotesFact extends ProtocolFact {

    record DelegateChanged(Address delegator, Address fromDelegate, Address toDelegate) implements VotesFact {}

    record DelegateVotesChanged(Address delegate, BigInteger previousVotes, BigInteger newVotes) implements VotesFact {}
}
