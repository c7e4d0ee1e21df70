package org.breakwater.adapters.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.breakwater.core.json.JsonDocument;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// JSON within bounds: depth, sizes and the number of its parts are limited, a field may not occur twice, numbers
/// are whole, and nothing may follow the end.
public final class JsonText {

    /// Of a number; 2^256 - 1 has 78.
    private static final int MOST_DIGITS = 100;

    private static final int MOST_NAME = 1_000;

    private final String name;
    private final JsonParser parser;

    private JsonText(String name, JsonParser parser) {
        this.name = name;
        this.parser = parser;
    }

    /// Reads a whole document.
    ///
    /// @param name of the document in refusals
    public static JsonDocument parse(String name, String text, JsonLimits limits) throws ProblemException {
        try (var parser = factory(limits).createParser(ObjectReadContext.empty(), text)) {
            return new JsonText(name, parser).document();
        } catch (JacksonException malformed) {
            var location = malformed.getLocation();
            throw JsonDocument.refused(
                    name,
                    location == null ? 1 : Math.max(1, location.getLineNr()),
                    "this is not JSON within its bounds: " + malformed.getOriginalMessage());
        }
    }

    private static JsonFactory factory(JsonLimits limits) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(limits.bytes())
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.text())
                        .maxTokenCount(limits.tokens())
                        .maxNumberLength(MOST_DIGITS)
                        .maxNameLength(MOST_NAME)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    private JsonDocument document() throws ProblemException {
        parser.nextToken();
        var root = value();
        if (parser.nextToken() != null) {
            throw JsonDocument.refused(name, line(), "something follows the end of the document");
        }
        return new JsonDocument(name, root);
    }

    private int line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    private JsonValue value() throws ProblemException {
        var line = line();
        var token = parser.currentToken();
        return switch (token) {
            case VALUE_STRING -> new JsonValue.Text(line, wellFormed(parser.getString()));
            case VALUE_NUMBER_INT -> new JsonValue.Whole(line, parser.getBigIntegerValue());
            case VALUE_TRUE -> new JsonValue.Flag(line, true);
            case VALUE_FALSE -> new JsonValue.Flag(line, false);
            case VALUE_NULL -> new JsonValue.Nothing(line);
            case START_ARRAY -> new JsonValue.Items(line, items());
            case START_OBJECT -> new JsonValue.Fields(line, fields());
            case VALUE_NUMBER_FLOAT ->
                throw JsonDocument.refused(name, line, "a number is not whole, or is written with an exponent");
            case null, default -> throw JsonDocument.refused(name, line, "expected a value");
        };
    }

    private List<JsonValue> items() throws ProblemException {
        var items = new ArrayList<JsonValue>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return items;
    }

    private SequencedMap<String, JsonValue> fields() throws ProblemException {
        var fields = new LinkedHashMap<String, JsonValue>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var field = wellFormed(parser.currentName());
            parser.nextToken();
            fields.put(field, value());
        }
        return fields;
    }

    /// Refuses half a surrogate pair, which no encoding can write.
    private String wellFormed(String text) throws ProblemException {
        for (int i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (Character.isHighSurrogate(character)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(character)) {
                throw JsonDocument.refused(name, line(), "a text holds half a surrogate pair");
            }
        }
        return text;
    }
}
