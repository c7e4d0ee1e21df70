package org.breakwater.adapters.json;

import org.breakwater.core.json.JsonValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON that was read, to be written again.
public final class JsonWriting {

    private static final JsonMapper JSON = new JsonMapper();

    private JsonWriting() {}

    public static JsonNode node(JsonValue value) {
        var nodes = JSON.getNodeFactory();
        return switch (value) {
            case JsonValue.Text(var _, var text) -> nodes.stringNode(text);
            case JsonValue.Whole(var _, var number) -> nodes.numberNode(number);
            case JsonValue.Flag(var _, var flag) -> nodes.booleanNode(flag);
            case JsonValue.Nothing _ -> nodes.nullNode();
            case JsonValue.Items(var _, var items) -> {
                var list = nodes.arrayNode();
                items.forEach(item -> list.add(node(item)));
                yield list;
            }
            case JsonValue.Fields(var _, var fields) -> {
                var object = nodes.objectNode();
                fields.forEach((name, field) -> object.set(name, node(field)));
                yield object;
            }
        };
    }
}
