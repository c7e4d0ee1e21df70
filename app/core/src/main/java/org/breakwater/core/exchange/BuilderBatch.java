package org.breakwater.core.exchange;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.safe.MultiSend;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Word;

/// A batch of the Safe Transaction Builder: calls that somebody wants a Safe to make. It has no nonce and no signature.
///
/// @param chainId of the network that it is meant for
/// @param created when it was written, by the clock of whoever wrote it
/// @param name that its author gave it
/// @param description in its author's words
/// @param safe that it was made for, where it says so
/// @param calls ordinary calls, one at least
public record BuilderBatch(
        BigInteger chainId,
        Instant created,
        String name,
        String description,
        Optional<Address> safe,
        List<SafeCall> calls) {

    /// How many calls there may be.
    public static final int MOST_CALLS = MultiSend.MOST_CALLS;

    public BuilderBatch {
        if (Word.requireFits(chainId).signum() == 0) {
            throw new IllegalArgumentException("a chain id is above zero");
        }
        calls = List.copyOf(calls);
        if (calls.isEmpty() || calls.size() > MOST_CALLS) {
            throw new IllegalArgumentException("a batch has 1 to " + MOST_CALLS + " calls");
        }
        if (calls.stream().anyMatch(call -> call.operation() != Operation.CALL)) {
            throw new IllegalArgumentException("the Transaction Builder knows ordinary calls alone");
        }
    }
}
