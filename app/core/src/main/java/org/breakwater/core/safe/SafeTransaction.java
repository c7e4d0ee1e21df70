package org.breakwater.core.safe;

import java.math.BigInteger;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Word;

/// What a Safe's owners sign: the ten fields of `SafeTx`. Numbers lie between 0 and 2^256 - 1.
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

    public SafeTransaction {
        Word.requireFits(value);
        Word.requireFits(safeTxGas);
        Word.requireFits(baseGas);
        Word.requireFits(gasPrice);
        Word.requireFits(nonce);
    }

    /// A plain call without value and without refund.
    public static SafeTransaction call(Address to, Bytes data, BigInteger nonce) {
        return of(SafeCall.of(to, data), nonce);
    }

    /// A call without refund, which reverts everything where it fails.
    public static SafeTransaction of(SafeCall call, BigInteger nonce) {
        return new SafeTransaction(
                call.to(),
                call.value(),
                call.data(),
                call.operation(),
                BigInteger.ZERO,
                BigInteger.ZERO,
                BigInteger.ZERO,
                Address.ZERO,
                Address.ZERO,
                nonce);
    }

    /// The transaction that uses up a nonce and does nothing else, so that no other with this nonce can be executed.
    public static SafeTransaction rejection(Address safe, BigInteger nonce) {
        return call(safe, Bytes.EMPTY, nonce);
    }

    /// Whether it does nothing but use up its nonce. One with a refund is a payment, whatever it is called.
    public boolean isRejection(Address safe) {
        return equals(rejection(safe, nonce));
    }

    /// What the Safe does when it is executed, besides a refund.
    public SafeCall inner() {
        return new SafeCall(operation, to, value, data);
    }
}
