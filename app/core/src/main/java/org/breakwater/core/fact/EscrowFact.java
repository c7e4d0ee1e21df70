package org.breakwater.core.fact;

import java.math.BigInteger;
import org.breakwater.core.value.Address;

/// What Incidents, Claims and the optimistic adapter say of deposits and bonds they hold.
public sealed interface EscrowFact extends ProtocolFact {

    /// A payment failed and is kept for its owner.
    record CreditKept(Address asset, Address account, BigInteger amount) implements EscrowFact {}

    record CreditCollected(Address asset, Address account, Address to, BigInteger amount) implements EscrowFact {}

    /// A forfeit could not be passed on yet.
    record ForfeitKept(long poolId, BigInteger amount) implements EscrowFact {}

    record ForfeitPassedOn(long poolId, BigInteger amount) implements EscrowFact {}
}
