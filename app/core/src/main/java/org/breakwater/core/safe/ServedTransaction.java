package org.breakwater.core.safe;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// A transaction as a service tells it.
///
/// @param statedHash what the service says is signed
/// @param proposer whom it names as the one who handed it in
/// @param words what it says of itself; empty where it says nothing
/// @param trusted whether the service shows it unasked, because it found a signature
/// @param delegate who handed it in in the proposer's name, if somebody did
/// @param executedIn the transaction in which the service says it was executed; empty while it waits
public record ServedTransaction(
        Address safe,
        SafeTransaction transaction,
        Hash32 statedHash,
        Optional<Address> proposer,
        Instant submitted,
        List<Confirmation> confirmations,
        String words,
        boolean trusted,
        Optional<Address> delegate,
        Optional<Hash32> executedIn) {

    public ServedTransaction {
        confirmations = List.copyOf(confirmations);
    }

    /// One that waits and that its service shows unasked.
    public ServedTransaction(
            Address safe,
            SafeTransaction transaction,
            Hash32 statedHash,
            Optional<Address> proposer,
            Instant submitted,
            List<Confirmation> confirmations,
            String words) {
        this(
                safe,
                transaction,
                statedHash,
                proposer,
                submitted,
                confirmations,
                words,
                true,
                Optional.empty(),
                Optional.empty());
    }

    /// With other signatures.
    public ServedTransaction confirmedBy(List<Confirmation> others) {
        return new ServedTransaction(
                safe, transaction, statedHash, proposer, submitted, others, words, trusted, delegate, executedIn);
    }

    /// A signature as the service tells it.
    ///
    /// @param owner whose it says it is
    public record Confirmation(Address owner, Bytes signature, Instant submitted) {}
}
