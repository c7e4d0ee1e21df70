package org.breakwater.core.shape;

import java.util.List;
import java.util.SequencedMap;

/// What a value of a document looks like in JSON.
public sealed interface Shape {

    /// True or false.
    record Flag() implements Shape {}

    /// A whole number that JavaScript reads exactly, from 0 to 2^53 − 1.
    record Whole() implements Shape {}

    /// A text in one of the forms that values have.
    record Text(Form form) implements Shape {}

    /// One of the names of an enum.
    record Choice(Class<?> type, List<String> names) implements Shape {

        public Choice {
            names = List.copyOf(names);
        }
    }

    /// Any number of the same.
    record Items(Shape item) implements Shape {}

    /// The value, or `null` where there is none.
    record Maybe(Shape value) implements Shape {}

    /// A document with a name of its own.
    record Named(Class<?> type) implements Shape {}

    /// What is behind a name.
    sealed interface Document {}

    /// An object; every field is always there, in this order.
    ///
    /// @param meaning empty where nothing is said
    record Fields(String meaning, SequencedMap<String, Field> fields) implements Document {}

    /// One of several objects; the field `type` says which.
    record Variants(String meaning, List<Class<?>> types) implements Document {

        public Variants {
            types = List.copyOf(types);
        }
    }

    /// @param meaning empty where nothing is said
    record Field(String meaning, Shape shape) {}

    /// The forms of texts, with the pattern of each.
    enum Form {
        /// Anything.
        WORDS(""),
        /// A number of any size, in the decimal system.
        DECIMAL("^(0|-?[1-9][0-9]*)$"),
        /// With its EIP-55 checksum.
        ADDRESS("^0x[0-9a-fA-F]{40}$"),
        HASH("^0x[0-9a-f]{64}$"),
        BYTES("^0x([0-9a-f]{2})*$"),
        SELECTOR("^0x[0-9a-f]{8}$");

        private final String pattern;

        Form(String pattern) {
            this.pattern = pattern;
        }

        /// A regular expression of ECMA 262; empty for any text.
        public String pattern() {
            return pattern;
        }
    }
}
