package org.breakwater.core.review.request;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.ServedTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// What others say of a transaction. None of it is believed.
///
/// @param chainId on which it is said to be
/// @param safe for which it is said to be
/// @param version of the Safe, as it is written
/// @param hash that is said to be signed
/// @param proposer who is said to have handed it in
/// @param delegate whether the proposer is said to act for an owner
/// @param decoded what its calldata is said to be
/// @param confirmations signatures, with whose they are said to be
/// @param miswritten addresses whose mixed case is not the one that their checksum gives
/// @param waiting other transactions that are said to wait for the same Safe; nothing where nobody answered
/// @param silence why somebody who was asked for those did not answer, a sentence
public record Told(
        Optional<BigInteger> chainId,
        Optional<Address> safe,
        Optional<String> version,
        Optional<Hash32> hash,
        Optional<Address> proposer,
        boolean delegate,
        Optional<ToldCall> decoded,
        List<ServedTransaction.Confirmation> confirmations,
        List<String> miswritten,
        Optional<List<SafeTransaction>> waiting,
        Optional<String> silence) {

    public static final Told NOTHING = new Told(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    public Told {
        confirmations = List.copyOf(confirmations);
        miswritten = List.copyOf(miswritten);
        waiting = waiting.map(List::copyOf);
    }

    /// A call as a service decodes it (`dataDecoded`).
    public record ToldCall(String method, List<ToldArgument> arguments) {
        public ToldCall {
            arguments = List.copyOf(arguments);
        }
    }

    /// @param value as the service writes it; nothing for lists and tuples
    public record ToldArgument(String name, String type, Optional<String> value) {}

    public Told waiting(List<SafeTransaction> others) {
        return with(Optional.of(others), Optional.empty());
    }

    /// @param why a sentence
    public Told unanswered(String why) {
        return with(Optional.empty(), Optional.of(why));
    }

    private Told with(Optional<List<SafeTransaction>> others, Optional<String> why) {
        return new Told(
                chainId, safe, version, hash, proposer, delegate, decoded, confirmations, miswritten, others, why);
    }
}
