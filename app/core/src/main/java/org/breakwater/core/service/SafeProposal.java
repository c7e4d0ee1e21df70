package org.breakwater.core.service;

import java.util.Optional;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// A transaction to be handed in to a service.
///
/// @param sender an owner, or someone whom an owner named as delegate
/// @param signature the sender's; without one the service hides the proposal
/// @param origin what the sender says of it, at most 200 characters
public record SafeProposal(
        SafeDomain domain, SafeTransaction transaction, Address sender, Optional<Bytes> signature, String origin) {

    /// The longest origin that services take.
    public static final int MOST_ORIGIN = 200;

    public SafeProposal {
        if (origin.length() > MOST_ORIGIN) {
            throw new IllegalArgumentException("an origin has at most " + MOST_ORIGIN + " characters");
        }
    }

    public SafeTxHash hash() {
        return SafeTxHash.of(domain, transaction);
    }
}
