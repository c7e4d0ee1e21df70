package org.breakwater.core.service;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.value.Address;

/// A Safe as a service tells it. What governs signing is read from the chain instead.
///
/// @param version as the service writes it; empty where it does not know
public record ServedSafe(
        Address address,
        BigInteger nonce,
        int threshold,
        List<Address> owners,
        Address singleton,
        List<Address> modules,
        Optional<Address> fallbackHandler,
        Optional<Address> guard,
        Optional<Address> moduleGuard,
        String version) {

    public ServedSafe {
        owners = List.copyOf(owners);
        modules = List.copyOf(modules);
    }
}
