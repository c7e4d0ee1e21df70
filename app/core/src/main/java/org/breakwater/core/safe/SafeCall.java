package org.breakwater.core.safe;

import java.math.BigInteger;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Word;

/// One call that a Safe makes: a transaction's, or one of a batch.
///
/// @param value wei, 0 to 2^256 - 1; without effect in a delegate call
public record SafeCall(Operation operation, Address to, BigInteger value, Bytes data) {

    public SafeCall {
        Word.requireFits(value);
    }

    /// An ordinary call without value.
    public static SafeCall of(Address to, Bytes data) {
        return new SafeCall(Operation.CALL, to, BigInteger.ZERO, data);
    }
}
