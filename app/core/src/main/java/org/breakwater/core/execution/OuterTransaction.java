package org.breakwater.core.execution;

import java.math.BigInteger;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;

/// An Ethereum transaction that calls a contract and sends no currency (EIP-1559).
///
/// @param nonce of the sender
/// @param gas that it may use
public record OuterTransaction(ChainId chain, BigInteger nonce, Fee fee, BigInteger gas, Address to, Bytes data) {

    public OuterTransaction with(Fee other) {
        return new OuterTransaction(chain, nonce, other, gas, to, data);
    }
}
