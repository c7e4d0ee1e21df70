package org.breakwater.core.json;

import java.math.BigInteger;
import java.util.List;
import java.util.SequencedMap;

/// A value of a JSON document and the line on which it begins, so that a refusal can name it. Numbers are whole; no
/// format that is read here has others.
public sealed interface JsonValue {

    int line();

    /// A text.
    record Text(int line, String value) implements JsonValue {}

    /// A whole number.
    record Whole(int line, BigInteger value) implements JsonValue {}

    /// True or false.
    record Flag(int line, boolean value) implements JsonValue {}

    /// `null`.
    record Nothing(int line) implements JsonValue {}

    /// A list.
    record Items(int line, List<JsonValue> items) implements JsonValue {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// Named values, in the order in which they stand; no name occurs twice.
    record Fields(int line, SequencedMap<String, JsonValue> fields) implements JsonValue {}
}
