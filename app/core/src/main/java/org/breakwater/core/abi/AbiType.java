package org.breakwater.core.abi;

import java.util.List;
import java.util.stream.Collectors;
import org.breakwater.core.value.Word;

/// A type of Solidity's contract ABI. The types `function` and `fixed` are left out: no contract that is reviewed
/// here has them.
public sealed interface AbiType permits ElementaryType, AbiType.Array, AbiType.FixedArray, AbiType.Tuple {

    /// The largest head that a type may have, in bytes: what stands in place, besides what offsets point to.
    int MOST_HEAD = 1 << 20;

    /// Any number of one type: `T[]`.
    record Array(AbiType element) implements AbiType {
        @Override
        public String canonical() {
            return element.canonical() + "[]";
        }
    }

    /// A fixed number of one type: `T[n]`.
    ///
    /// @param length at least 1
    record FixedArray(AbiType element, int length) implements AbiType {

        public FixedArray {
            if (length < 1) {
                throw new IllegalArgumentException("an array of fixed length holds at least one, not " + length);
            }
            requireHead(Math.multiplyFull(length, element.headLength()));
        }

        @Override
        public String canonical() {
            return element.canonical() + "[" + length + "]";
        }
    }

    /// Several types one after the other: a struct.
    ///
    /// @param components at least one
    record Tuple(List<AbiParameter> components) implements AbiType {

        public Tuple {
            components = List.copyOf(components);
            if (components.isEmpty()) {
                throw new IllegalArgumentException("a tuple has at least one component");
            }
            requireHead(components.stream()
                    .mapToLong(component -> component.type().headLength())
                    .sum());
        }

        @Override
        public String canonical() {
            return components.stream()
                    .map(component -> component.type().canonical())
                    .collect(Collectors.joining(",", "(", ")"));
        }
    }

    private static void requireHead(long bytes) {
        if (bytes > MOST_HEAD) {
            throw new IllegalArgumentException("the type takes more than " + MOST_HEAD + " bytes in place");
        }
    }

    /// The name by which selectors know the type.
    String canonical();

    /// Whether its encoding differs in length from value to value.
    default boolean isDynamic() {
        return switch (this) {
            case ElementaryType.DynamicBytes _, ElementaryType.Text _, Array _ -> true;
            case ElementaryType _ -> false;
            case FixedArray(var element, var _) -> element.isDynamic();
            case Tuple(var components) ->
                components.stream().anyMatch(component -> component.type().isDynamic());
        };
    }

    /// How many bytes it takes in place: all of it, or the offset to it.
    default int headLength() {
        if (isDynamic()) {
            return Word.LENGTH;
        }
        return switch (this) {
            case ElementaryType _, Array _ -> Word.LENGTH;
            case FixedArray(var element, var length) -> length * element.headLength();
            case Tuple(var components) ->
                components.stream()
                        .mapToInt(component -> component.type().headLength())
                        .sum();
        };
    }

    /// How many types nest in it, itself among them.
    default int depth() {
        return switch (this) {
            case ElementaryType _ -> 1;
            case Array(var element) -> 1 + element.depth();
            case FixedArray(var element, var _) -> 1 + element.depth();
            case Tuple(var components) ->
                1
                        + components.stream()
                                .mapToInt(component -> component.type().depth())
                                .max()
                                .orElse(0);
        };
    }

    /// Reads a type: `uint256`, `address[]`, `(address to,bytes data)[4]`.
    ///
    /// @throws IllegalArgumentException for any other text, and beyond the bounds of {@link FunctionSignature}
    static AbiType parse(String text) {
        return SignatureParser.type(text);
    }
}
