package org.breakwater.core.abi;

/// A parameter of a function, or a component of a tuple.
///
/// @param name empty where it has none
public record AbiParameter(String name, AbiType type) {}
