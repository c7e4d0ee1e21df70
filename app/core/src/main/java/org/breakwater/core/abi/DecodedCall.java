package org.breakwater.core.abi;

import java.util.List;

/// Calldata as a call of a known function.
public record DecodedCall(FunctionSignature function, List<Argument> arguments) {

    public DecodedCall {
        arguments = List.copyOf(arguments);
    }

    /// The values without their places.
    public List<AbiValue> values() {
        return arguments.stream().map(Argument::value).toList();
    }
}
