package org.breakwater.core.json;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// An object that is being written, field by field, in the order in which it will stand.
public final class WrittenObject {

    /// Values that were never read have no line of their own.
    private static final int LINE = 1;

    private final SequencedMap<String, JsonValue> fields = new LinkedHashMap<>();

    public WrittenObject with(String name, JsonValue value) {
        if (fields.put(name, value) != null) {
            throw new IllegalArgumentException("two fields are named " + name);
        }
        return this;
    }

    public WrittenObject text(String name, String value) {
        return with(name, textValue(value));
    }

    public WrittenObject whole(String name, BigInteger value) {
        return with(name, new JsonValue.Whole(LINE, value));
    }

    public WrittenObject whole(String name, long value) {
        return whole(name, BigInteger.valueOf(value));
    }

    public WrittenObject flag(String name, boolean value) {
        return with(name, new JsonValue.Flag(LINE, value));
    }

    public WrittenObject nothing(String name) {
        return with(name, new JsonValue.Nothing(LINE));
    }

    public WrittenObject items(String name, List<? extends JsonValue> items) {
        return with(name, new JsonValue.Items(LINE, List.copyOf(items)));
    }

    public JsonValue.Fields value() {
        return new JsonValue.Fields(LINE, new LinkedHashMap<>(fields));
    }

    /// A text as a value.
    public static JsonValue textValue(String text) {
        return new JsonValue.Text(LINE, text);
    }
}
