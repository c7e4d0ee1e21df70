package org.breakwater.core.abi;

import java.util.List;
import java.util.OptionalInt;

/// A decoded value, with its type and the bytes that it came from.
public sealed interface Argument {

    /// As the signature names it; the index in an array; empty where it has no name.
    String name();

    AbiType type();

    /// The bytes that hold it, its length and padding among them. Offsets count from the start of the calldata.
    Span span();

    /// Where the offset stands that points to it, if one does.
    OptionalInt pointer();

    AbiValue value();

    /// Of an elementary type.
    record Leaf(String name, ElementaryType type, AbiValue value, Span span, OptionalInt pointer) implements Argument {}

    /// An array.
    record ArrayArgument(String name, AbiType type, List<Argument> items, Span span, OptionalInt pointer)
            implements Argument {

        public ArrayArgument {
            items = List.copyOf(items);
        }

        @Override
        public AbiValue value() {
            return new AbiValue.Items(items.stream().map(Argument::value).toList());
        }
    }

    /// A tuple.
    record TupleArgument(String name, AbiType.Tuple type, List<Argument> components, Span span, OptionalInt pointer)
            implements Argument {

        public TupleArgument {
            components = List.copyOf(components);
        }

        @Override
        public AbiValue value() {
            return new AbiValue.Tuple(components.stream().map(Argument::value).toList());
        }
    }
}
