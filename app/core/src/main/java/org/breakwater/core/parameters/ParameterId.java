package org.breakwater.core.parameters;

import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;

/// Names one parameter of the protocol for one scope.
///
/// @param name as the registry's documentation has it; its Keccak-256 is the key on chain
/// @param scope the pool as thirty-two bytes, or zero for the whole protocol
public record ParameterId(String name, Hash32 scope) {

    /// The registry's key: `keccak256(name)`.
    public Hash32 key() {
        return Keccak.hash(name);
    }
}
