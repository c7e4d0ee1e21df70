package org.breakwater.core.safe;

import java.math.BigInteger;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// What a Safe's owners sign: the ten fields of `SafeTx` since Safe 1.0.0.
///
/// @param value wei
/// @param safeTxGas gas for the inner call; with `gasPrice` zero, zero means that a failing call reverts everything
/// @param baseGas gas added to a refund
/// @param gasPrice units of `gasToken` per gas refunded; zero for no refund
/// @param gasToken the refund's token; zero for the network's own
/// @param refundReceiver who is refunded; zero for the sender
public record SafeTransaction(
        Address to,
        BigInteger value,
        Bytes data,
        Operation operation,
        BigInteger safeTxGas,
        BigInteger baseGas,
        BigInteger gasPrice,
        Address gasToken,
        Address refundReceiver,
        BigInteger nonce) {

    /// A plain call without value and without refund.
    public static SafeTransaction call(Address to, Bytes data, BigInteger nonce) {
        return new SafeTransaction(
                to,
                BigInteger.ZERO,
                data,
                Operation.CALL,
                BigInteger.ZERO,
                BigInteger.ZERO,
                BigInteger.ZERO,
                Address.ZERO,
                Address.ZERO,
                nonce);
    }
}
