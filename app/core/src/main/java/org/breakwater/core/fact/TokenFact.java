package org.breakwater.core.fact;

import java.math.BigInteger;
import org.breakwater.core.value.Address;

/// What an ERC-20 token says: pool shares, the voting token, a settlement asset, a venue's shares.
public sealed interface TokenFact extends ProtocolFact {

    /// A mint comes from the zero address, a burn goes to it.
    record Transfer(Address from, Address to, BigInteger value) implements TokenFact {}
}
