package org.breakwater.core.review.request;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

    /// That it is said to be on a chain.
    public Told chainId(BigInteger said) {
        return with(parts -> parts.chainId = Optional.of(said));
    }

    /// That it is said to be for a Safe.
    public Told safe(Address said) {
        return with(parts -> parts.safe = Optional.of(said));
    }

    /// That the Safe is said to be of a version.
    public Told version(String said) {
        return with(parts -> parts.version = Optional.of(said));
    }

    /// That a hash is said to be signed.
    public Told hash(Hash32 said) {
        return with(parts -> parts.hash = Optional.of(said));
    }

    public Told proposer(Optional<Address> said) {
        return with(parts -> parts.proposer = said);
    }

    /// That the proposer is said to act for an owner.
    public Told forAnOwner() {
        return with(parts -> parts.delegate = true);
    }

    public Told decoded(ToldCall said) {
        return with(parts -> parts.decoded = Optional.of(said));
    }

    public Told confirmations(List<ServedTransaction.Confirmation> said) {
        return with(parts -> parts.confirmations = said);
    }

    public Told miswritten(List<String> addresses) {
        return with(parts -> parts.miswritten = addresses);
    }

    public Told waiting(List<SafeTransaction> others) {
        return with(parts -> {
            parts.waiting = Optional.of(others);
            parts.silence = Optional.empty();
        });
    }

    /// @param why a sentence
    public Told unanswered(String why) {
        return with(parts -> {
            parts.waiting = Optional.empty();
            parts.silence = Optional.of(why);
        });
    }

    private Told with(Consumer<Parts> change) {
        var parts = new Parts(this);
        change.accept(parts);
        return parts.told();
    }

    /// What is said, while one part of it is replaced.
    private static final class Parts {

        private Optional<BigInteger> chainId;
        private Optional<Address> safe;
        private Optional<String> version;
        private Optional<Hash32> hash;
        private Optional<Address> proposer;
        private boolean delegate;
        private Optional<ToldCall> decoded;
        private List<ServedTransaction.Confirmation> confirmations;
        private List<String> miswritten;
        private Optional<List<SafeTransaction>> waiting;
        private Optional<String> silence;

        private Parts(Told told) {
            chainId = told.chainId;
            safe = told.safe;
            version = told.version;
            hash = told.hash;
            proposer = told.proposer;
            delegate = told.delegate;
            decoded = told.decoded;
            confirmations = told.confirmations;
            miswritten = told.miswritten;
            waiting = told.waiting;
            silence = told.silence;
        }

        private Told told() {
            return new Told(
                    chainId,
                    safe,
                    version,
                    hash,
                    proposer,
                    delegate,
                    decoded,
                    confirmations,
                    miswritten,
                    waiting,
                    silence);
        }
    }
}
