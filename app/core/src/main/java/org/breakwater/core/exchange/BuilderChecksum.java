package org.breakwater.core.exchange;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.breakwater.core.json.JsonPrinter;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.json.WrittenObject;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;

/// The checksum of a batch as the Safe Transaction Builder computes it: of its values in an order of its own, with the
/// name left out. Earlier releases of the builder did not leave the name out.
final class BuilderChecksum {

    static final String FIELD = "checksum";

    private static final String META = "meta";
    private static final String NAME = "name";

    private BuilderChecksum() {}

    /// Of all fields that a batch has.
    static Hash32 of(JsonValue.Fields batch) {
        return Keccak.hash(serialized(withMeta(batch, nameless(meta(batch)))));
    }

    /// The same as earlier releases computed it.
    static Hash32 withName(JsonValue.Fields batch) {
        return Keccak.hash(serialized(batch));
    }

    /// Whether a stated checksum is that of a batch without it.
    static boolean isOf(JsonValue.Fields batch, String stated) {
        var meta = new TreeMap<>(meta(batch));
        meta.remove(FIELD);
        var unchecked = withMeta(batch, meta);
        return of(unchecked).toString().equals(stated)
                || withName(unchecked).toString().equals(stated);
    }

    private static Map<String, JsonValue> meta(JsonValue.Fields batch) {
        return batch.fields().get(META) instanceof JsonValue.Fields meta ? meta.fields() : Map.of();
    }

    private static Map<String, JsonValue> nameless(Map<String, JsonValue> meta) {
        var nameless = new TreeMap<>(meta);
        nameless.put(NAME, new JsonValue.Nothing(1));
        return nameless;
    }

    private static JsonValue.Fields withMeta(JsonValue.Fields batch, Map<String, JsonValue> meta) {
        var changed = new TreeMap<String, JsonValue>(batch.fields());
        changed.put(META, object(meta));
        return object(changed);
    }

    private static JsonValue.Fields object(Map<String, JsonValue> fields) {
        var object = new WrittenObject();
        fields.forEach(object::with);
        return object.value();
    }

    /// The order of the builder: names sorted, all of them before their values.
    private static String serialized(JsonValue value) {
        return switch (value) {
            case JsonValue.Items(var _, var items) ->
                items.stream().map(BuilderChecksum::serialized).collect(Collectors.joining(",", "[", "]"));
            case JsonValue.Fields(var line, var fields) -> {
                var sorted = new TreeMap<>(fields);
                var names =
                        sorted.keySet().stream().map(WrittenObject::textValue).toList();
                yield "{" + JsonPrinter.compact(new JsonValue.Items(line, names))
                        + sorted.values().stream()
                                .map(field -> serialized(field) + ",")
                                .collect(Collectors.joining())
                        + "}";
            }
            case JsonValue.Text _, JsonValue.Whole _, JsonValue.Flag _, JsonValue.Nothing _ ->
                JsonPrinter.compact(value);
        };
    }
}
