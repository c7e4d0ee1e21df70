package org.breakwater.core.review.check;

import org.breakwater.core.value.Address;

/// An address that people could take for another.
///
/// @param named the other
/// @param name what the other is called
public record Imitation(Address address, Address named, String name) {}
