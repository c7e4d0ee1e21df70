package org.breakwater.core.service;

import org.breakwater.core.value.Address;

/// What a service calls a contract.
///
/// @param name empty where it has none
/// @param trustedForDelegateCall what the service says; this program keeps its own list
public record ServedContract(Address address, String name, boolean trustedForDelegateCall) {}
