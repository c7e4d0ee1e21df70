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
public record ServedTransaction(
        Address safe,
        SafeTransaction transaction,
        Hash32 statedHash,
        Optional<Address> proposer,
        Instant submitted,
        List<Confirmation> confirmations,
        String words) {

    public ServedTransaction {
        confirmations = List.copyOf(confirmations);
    }

    /// A signature as the service tells it.
    ///
    /// @param owner whose it says it is
    public record Confirmation(Address owner, Bytes signature, Instant submitted) {}
}
