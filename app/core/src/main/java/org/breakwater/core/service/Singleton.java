package org.breakwater.core.service;

import org.breakwater.core.value.Address;

/// A Safe contract that a service follows.
public record Singleton(Address address, String version, boolean l2) {}
