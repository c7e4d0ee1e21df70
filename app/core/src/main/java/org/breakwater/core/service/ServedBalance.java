package org.breakwater.core.service;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.value.Address;

/// What a Safe has of one token, as a service tells it.
///
/// @param token empty for the network's own money
/// @param units the token's smallest
/// @param symbol the token's own word for itself: anyone may choose any
public record ServedBalance(Optional<Address> token, BigInteger units, Optional<String> symbol) {}
