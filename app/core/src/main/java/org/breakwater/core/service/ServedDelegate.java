package org.breakwater.core.service;

import java.time.Instant;
import java.util.Optional;
import org.breakwater.core.value.Address;

/// Someone who may hand in proposals in an owner's name. It is the service's own label: on chain they can do nothing.
///
/// @param safe for which; empty for every Safe of the owner
/// @param delegator the owner
/// @param expiry after which the label counts no more; empty for never
public record ServedDelegate(
        Optional<Address> safe, Address delegate, Address delegator, String label, Optional<Instant> expiry) {

    /// The longest label that services take.
    public static final int MOST_LABEL = 50;
}
