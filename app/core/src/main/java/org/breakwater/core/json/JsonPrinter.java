package org.breakwater.core.json;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes values as JSON, the same value always as the same text: as `JSON.stringify` of JavaScript does.
public final class JsonPrinter {

    private static final String INDENTATION = "  ";

    private JsonPrinter() {}

    /// Without any space.
    public static String compact(JsonValue value) {
        return switch (value) {
            case JsonValue.Items(var _, var items) ->
                items.stream().map(JsonPrinter::compact).collect(Collectors.joining(",", "[", "]"));
            case JsonValue.Fields(var _, var fields) ->
                fields.entrySet().stream()
                        .map(field -> quoted(field.getKey()) + ":" + compact(field.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case JsonValue.Text _, JsonValue.Whole _, JsonValue.Flag _, JsonValue.Nothing _ -> single(value);
        };
    }

    /// A value to a line, two spaces for each level.
    public static String indented(JsonValue value) {
        return indented(value, "\n");
    }

    private static String indented(JsonValue value, String line) {
        var inner = line + INDENTATION;
        return switch (value) {
            case JsonValue.Items(var _, var items) ->
                block(items.stream().map(item -> indented(item, inner)).toList(), "[", "]", line);
            case JsonValue.Fields(var _, var fields) ->
                block(
                        fields.entrySet().stream()
                                .map(field -> quoted(field.getKey()) + ": " + indented(field.getValue(), inner))
                                .toList(),
                        "{",
                        "}",
                        line);
            case JsonValue.Text _, JsonValue.Whole _, JsonValue.Flag _, JsonValue.Nothing _ -> single(value);
        };
    }

    private static String block(List<String> members, String open, String close, String line) {
        return members.isEmpty()
                ? open + close
                : members.stream()
                        .collect(Collectors.joining("," + line + INDENTATION, open + line + INDENTATION, line + close));
    }

    private static String single(JsonValue value) {
        return switch (value) {
            case JsonValue.Text(var _, var text) -> quoted(text);
            case JsonValue.Whole(var _, var number) -> number.toString();
            case JsonValue.Flag(var _, var flag) -> Boolean.toString(flag);
            case JsonValue.Nothing _ -> "null";
            case JsonValue.Items _, JsonValue.Fields _ -> throw new IllegalArgumentException("more than one value");
        };
    }

    /// A text between quotation marks.
    static String quoted(String text) {
        var quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            switch (character) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\b' -> quoted.append("\\b");
                case '\f' -> quoted.append("\\f");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (character < ' ') {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
                    } else {
                        quoted.append(character);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
