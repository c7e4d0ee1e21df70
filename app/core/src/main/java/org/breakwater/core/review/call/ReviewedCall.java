package org.breakwater.core.review.call;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.breakwater.core.call.CallReading;
import org.breakwater.core.decoding.Refusal;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// One call of a transaction, with the calls that it carries in turn.
///
/// @param place in the transaction: `1`, and `1.2` for the second call inside it
/// @param way how it comes about
/// @param performer who makes the call: the Safe, or the contract that carries it out later
/// @param target where it goes
/// @param value wei
/// @param reading what it is, as far as its bytes say it
/// @param flaw why its bytes are not read; there only where they should have been readable
/// @param rivals other signatures that have the same selector
public record ReviewedCall(
        String place,
        Way way,
        Address performer,
        Operation operation,
        Address target,
        BigInteger value,
        Bytes data,
        Basis basis,
        CallReading reading,
        Optional<Refusal> flaw,
        List<String> rivals,
        List<ReviewedCall> inner) {

    public ReviewedCall {
        rivals = List.copyOf(rivals);
        inner = List.copyOf(inner);
    }

    /// How a call comes about.
    public enum Way {
        /// The Safe makes it when the transaction is executed.
        TRANSACTION("the transaction"),
        /// A batch makes it as the Safe.
        BATCH("a call of the batch"),
        /// Another Safe makes it.
        OTHER_SAFE("a call of another Safe"),
        /// A timelock or an access manager makes it, now or later.
        SCHEDULED("a scheduled call"),
        /// The DAO makes it if its voters agree.
        PROPOSED("a proposed call"),
        /// The target makes it to itself.
        MULTICALL("a call of the multicall"),
        /// A module makes a Safe perform it.
        MODULE("a call through a module");

        private final String words;

        Way(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /// This call and every one inside it, outermost first.
    public Stream<ReviewedCall> all() {
        return Stream.concat(Stream.of(this), inner.stream().flatMap(ReviewedCall::all));
    }

    /// The call as a known function of a known or likely contract.
    public Optional<CallReading.Understood> understood() {
        return reading instanceof CallReading.Understood understood ? Optional.of(understood) : Optional.empty();
    }

    /// The canonical signature of the function that it calls, or nothing.
    public String signature() {
        return understood().map(read -> read.call().function().canonical()).orElse("");
    }

    /// Whether it only carries other calls, each of which is looked at by itself.
    public boolean isEnvelope() {
        return !inner.isEmpty();
    }
}
