package org.breakwater.core.deployment;

/// That a function may be called by one role alone.
///
/// @param contract name of the contract's source; holds for every contract of that name
/// @param signature in canonical form, such as `pause(uint16,uint32,uint32,bytes32)`
public record RestrictedFunction(String contract, String signature, long role) {}
