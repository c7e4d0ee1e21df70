package org.breakwater.core.service;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// How a Safe came to be, as a service tells it.
///
/// @param singleton the code behind it
/// @param setup the calldata of its `setup`; empty where the service does not know
public record SafeCreation(
        Instant created,
        Address creator,
        Hash32 transaction,
        Address factory,
        Optional<Address> singleton,
        Bytes setup,
        Optional<BigInteger> saltNonce) {}
