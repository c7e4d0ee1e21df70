package org.breakwater.core.shape;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.json.WrittenObject;

/// Tells shapes as JSON Schema 2020-12, with the documents of an OpenAPI description as its definitions.
public final class JsonSchema {

    private static final String DEFINITIONS = "#/components/schemas/";
    private static final long LARGEST = (1L << 53) - 1;

    private JsonSchema() {}

    /// The schema of a value.
    public static JsonValue.Fields of(Shape shape) {
        return of(shape, "");
    }

    private static JsonValue.Fields of(Shape shape, String meaning) {
        return described(schema(shape), meaning);
    }

    private static WrittenObject schema(Shape shape) {
        return switch (shape) {
            case Shape.Flag _ -> new WrittenObject().text("type", "boolean");
            case Shape.Whole _ ->
                new WrittenObject().text("type", "integer").whole("minimum", 0).whole("maximum", LARGEST);
            case Shape.Text(var form) -> text(form);
            case Shape.Choice(var _, var names) ->
                new WrittenObject().text("type", "string").items("enum", texts(names));
            case Shape.Items(var item) ->
                new WrittenObject().text("type", "array").with("items", of(item));
            case Shape.Maybe(var value) ->
                new WrittenObject()
                        .items(
                                "anyOf",
                                List.of(
                                        of(value),
                                        new WrittenObject().text("type", "null").value()));
            case Shape.Named(var type) -> new WrittenObject().text("$ref", DEFINITIONS + Shapes.name(type));
        };
    }

    private static WrittenObject text(Shape.Form form) {
        var schema = new WrittenObject().text("type", "string");
        return form.pattern().isEmpty() ? schema : schema.text("pattern", form.pattern());
    }

    private static JsonValue.Fields described(WrittenObject schema, String meaning) {
        return (meaning.isEmpty() ? schema : schema.text("description", meaning)).value();
    }

    /// The schemas of documents and of all that they name, by name.
    public static JsonValue.Fields definitions(List<Class<?>> documents) {
        var found = new TreeMap<String, JsonValue.Fields>();
        var seen = new LinkedHashSet<Class<?>>(documents);
        var open = new ArrayDeque<Class<?>>(seen);
        var variants = variants(seen);
        while (!open.isEmpty()) {
            var type = open.remove();
            found.put(Shapes.name(type), definition(type, variants.contains(type)));
            named(type).forEach(next -> enlist(next, seen, open));
            variants.addAll(variants(seen));
        }
        var written = new WrittenObject();
        found.forEach(written::with);
        return written.value();
    }

    private static void enlist(Class<?> type, Set<Class<?>> seen, Deque<Class<?>> open) {
        if (seen.add(type)) {
            open.add(type);
        }
    }

    /// Those that must say which they are.
    private static Set<Class<?>> variants(Set<Class<?>> documents) {
        var variants = new LinkedHashSet<Class<?>>();
        for (var type : documents) {
            if (Shapes.document(type) instanceof Shape.Variants(var _, var types)) {
                variants.addAll(types);
            }
        }
        return variants;
    }

    private static List<Class<?>> named(Class<?> type) {
        return switch (Shapes.document(type)) {
            case Shape.Variants(var _, var types) -> types;
            case Shape.Fields(var _, var fields) ->
                fields.values().stream()
                        .flatMap(field -> named(field.shape()).stream())
                        .toList();
        };
    }

    /// The documents that a shape names.
    public static List<Class<?>> named(Shape shape) {
        return switch (shape) {
            case Shape.Named(var type) -> List.of(type);
            case Shape.Items(var item) -> named(item);
            case Shape.Maybe(var value) -> named(value);
            case Shape.Flag _, Shape.Whole _, Shape.Text _, Shape.Choice _ -> List.of();
        };
    }

    private static JsonValue.Fields definition(Class<?> type, boolean isVariant) {
        return switch (Shapes.document(type)) {
            case Shape.Variants(var meaning, var types) ->
                described(
                        new WrittenObject()
                                .items(
                                        "oneOf",
                                        types.stream()
                                                .map(Shape.Named::new)
                                                .map(JsonSchema::of)
                                                .toList())
                                .with("discriminator", discriminator(types)),
                        meaning);
            case Shape.Fields(var meaning, var fields) -> {
                var properties = new WrittenObject();
                if (isVariant) {
                    properties.with(
                            "type",
                            new WrittenObject()
                                    .text("type", "string")
                                    .text("const", Shapes.name(type))
                                    .value());
                }
                fields.forEach((name, field) -> properties.with(name, of(field.shape(), field.meaning())));
                yield object(properties.value(), meaning);
            }
        };
    }

    private static JsonValue.Fields discriminator(List<Class<?>> types) {
        var mapping = new WrittenObject();
        types.forEach(type -> mapping.text(Shapes.name(type), DEFINITIONS + Shapes.name(type)));
        return new WrittenObject()
                .text("propertyName", "type")
                .with("mapping", mapping.value())
                .value();
    }

    /// An object that always has all of its fields. Later versions may have more.
    public static JsonValue.Fields object(JsonValue.Fields properties, String meaning) {
        return described(
                new WrittenObject()
                        .text("type", "object")
                        .items("required", texts(List.copyOf(properties.fields().keySet())))
                        .with("properties", properties),
                meaning);
    }

    private static List<JsonValue> texts(List<String> texts) {
        return texts.stream()
                .map(WrittenObject::textValue)
                .map(JsonValue.class::cast)
                .toList();
    }
}
