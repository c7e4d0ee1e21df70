package org.breakwater.adapters.localservice;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// Rows of the service's file.
final class Stored {

    private Stored() {}

    /// A transaction that somebody handed in, or that the chain says was executed.
    ///
    /// @param origin as it was handed in
    /// @param trusted whether somebody has signed it
    record Proposal(
            Hash32 hash,
            Address safe,
            SafeTransaction transaction,
            Address proposer,
            Optional<Address> delegate,
            String origin,
            boolean trusted,
            Instant created,
            Instant modified) {}

    /// @param kind as the service names it
    record Confirmation(Hash32 hash, Address owner, Bytes signature, String kind, Instant created) {}

    /// @param signatures as they were sent; empty where another contract called the Safe
    record Execution(
            Address safe,
            long nonce,
            Hash32 hash,
            Hash32 carrier,
            long block,
            Instant at,
            boolean succeeded,
            Address sender,
            BigInteger gasUsed,
            BigInteger gasPrice,
            BigInteger payment,
            Optional<Bytes> signatures) {}

    /// @param safe empty for every Safe of the delegator
    record Delegate(
            Optional<Address> safe, Address delegate, Address delegator, String label, Optional<Instant> expiry) {}

    /// @param message JSON
    record Message(
            Hash32 hash,
            Address safe,
            String message,
            Address proposer,
            Optional<BigInteger> app,
            String origin,
            Instant created,
            Instant modified) {}

    /// A page of proposals.
    ///
    /// @param count of all that were asked for
    /// @param nonces how many different ones those have
    record Page(List<Proposal> rows, long count, long nonces) {}
}
