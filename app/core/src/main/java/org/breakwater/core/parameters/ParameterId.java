package org.breakwater.core.parameters;

import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;

/// Names one parameter of the protocol for one scope.
///
/// @param name as `ParameterKeys.sol` has it, at most 32 ASCII characters
public record ParameterId(String name, ParameterScope scope) {

    /// The registry's key: the name's characters, left-aligned.
    public Hash32 key() {
        return new Hash32(Word.ofAscii(name));
    }
}
