package org.breakwater.core.typeddata;

import java.util.OptionalInt;
import org.breakwater.core.abi.ElementaryType;
import org.breakwater.core.value.Quotation;

/// The type of a struct's member (EIP-712, “Definition of typed structured data”).
public sealed interface MemberType {

    /// The name by which the encoding of a type knows it.
    String canonical();

    /// A type that is not built from others.
    record Elementary(ElementaryType type) implements MemberType {
        @Override
        public String canonical() {
            return type.canonical();
        }
    }

    /// A struct, by its name.
    record Reference(String name) implements MemberType {
        @Override
        public String canonical() {
            return name;
        }
    }

    /// An array.
    ///
    /// @param length at least 1; empty for any number
    record Array(MemberType element, OptionalInt length) implements MemberType {

        public Array {
            if (length.isPresent() && length.getAsInt() < 1) {
                throw new IllegalArgumentException("an array of fixed length holds at least one");
            }
        }

        boolean mayHold(int items) {
            return length.isEmpty() || length.getAsInt() == items;
        }

        @Override
        public String canonical() {
            return element.canonical() + "[" + (length.isPresent() ? length.getAsInt() : "") + "]";
        }
    }

    /// What remains without the arrays around it.
    default MemberType innermost() {
        var type = this;
        while (type instanceof Array(var element, var _)) {
            type = element;
        }
        return type;
    }

    /// Reads a type such as `uint256`, `Person` or `bytes32[2][]`. Aliases such as `uint` are no types.
    ///
    /// @throws IllegalArgumentException for any other text, and beyond {@link TypeTable#MOST_DIMENSIONS} dimensions
    static MemberType parse(String text) {
        var name = text.contains("[") ? text.substring(0, text.indexOf('[')) : text;
        MemberType type = ElementaryType.named(name)
                .<MemberType>map(Elementary::new)
                .orElseGet(() -> new Reference(StructType.requireName(name)));
        var rest = text.substring(name.length());
        for (int dimension = 0; !rest.isEmpty(); dimension++) {
            var end = rest.indexOf(']');
            if (dimension == TypeTable.MOST_DIMENSIONS || !rest.startsWith("[") || end < 0) {
                throw new IllegalArgumentException("no type: " + Quotation.of(text));
            }
            type = new Array(type, length(rest.substring(1, end)));
            rest = rest.substring(end + 1);
        }
        return type;
    }

    private static OptionalInt length(String digits) {
        if (digits.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!digits.matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException("no length of an array: " + Quotation.of(digits));
        }
        return OptionalInt.of(Integer.parseInt(digits));
    }
}
