package org.breakwater.core.service;

import org.breakwater.core.value.Address;

/// A token as a service tells it. Names are the token's own words.
///
/// @param trusted whether the service lists it
public record ServedToken(Address address, String name, String symbol, int decimals, boolean trusted) {}
