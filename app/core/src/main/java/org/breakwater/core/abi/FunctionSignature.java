package org.breakwater.core.abi;

import java.util.List;
import java.util.stream.Collectors;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Selector;

/// A function of a contract: its name and what it is given.
public record FunctionSignature(String name, List<AbiParameter> parameters, Selector selector) {

    /// The longest text that is read as a signature.
    public static final int MOST_CHARACTERS = 2_000;

    /// How deep types may nest.
    public static final int MOST_DEPTH = 12;

    public FunctionSignature {
        parameters = List.copyOf(parameters);
        if (!selector.equals(Selector.of(canonical(name, parameters)))) {
            throw new IllegalArgumentException(selector + " is not the selector of " + canonical(name, parameters));
        }
    }

    private FunctionSignature(String name, List<AbiParameter> parameters) {
        this(name, parameters, Selector.of(canonical(name, parameters)));
    }

    /// Reads a signature with or without names: `transfer(address to,uint256 amount)`.
    ///
    /// @throws IllegalArgumentException for any other text, and beyond the bounds
    public static FunctionSignature parse(String text) {
        return SignatureParser.function(text, FunctionSignature::new);
    }

    private static String canonical(String name, List<AbiParameter> parameters) {
        return parameters.stream()
                .map(parameter -> parameter.type().canonical())
                .collect(Collectors.joining(",", name + "(", ")"));
    }

    /// The text whose hash gives the selector: `transfer(address,uint256)`.
    public String canonical() {
        return canonical(name, parameters);
    }

    /// Whether calldata calls a function with this selector.
    public boolean isCalledBy(Bytes calldata) {
        return calldata.startsWith(selector.bytes());
    }

    @Override
    public String toString() {
        return canonical();
    }
}
