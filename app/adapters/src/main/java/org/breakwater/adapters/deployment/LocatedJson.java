package org.breakwater.adapters.deployment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// JSON in which every value knows its line, so that a refusal can name it. Depth, sizes and numbers are bounded, and a
/// field may not occur twice.
sealed interface LocatedJson {

    int line();

    /// A text.
    record Text(int line, String value) implements LocatedJson {}

    /// A whole number.
    record Whole(int line, long value) implements LocatedJson {}

    /// A list.
    record Items(int line, List<LocatedJson> items) implements LocatedJson {}

    /// Named values.
    record Fields(int line, Map<String, LocatedJson> fields) implements LocatedJson {}

    /// Reads a whole document.
    static LocatedJson parse(String text) throws ProblemException {
        try (var parser = factory().createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            var value = value(parser);
            if (parser.nextToken() != null) {
                throw refused(line(parser), "something follows the end of the document");
            }
            return value;
        } catch (JacksonException malformed) {
            var location = malformed.getLocation();
            throw new ProblemException(
                    problem(
                            location == null ? 1 : Math.max(1, location.getLineNr()),
                            "this is not complete JSON: " + malformed.getOriginalMessage()),
                    malformed);
        }
    }

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(8)
                        .maxStringLength(1_000)
                        .maxNumberLength(20)
                        .maxNameLength(100)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private static LocatedJson value(JsonParser parser) throws ProblemException {
        var line = line(parser);
        var token = parser.currentToken();
        return switch (token) {
            case VALUE_STRING -> new Text(line, parser.getString());
            case VALUE_NUMBER_INT -> new Whole(line, parser.getLongValue());
            case START_ARRAY -> new Items(line, items(parser));
            case START_OBJECT -> new Fields(line, fields(parser));
            case null, default -> throw refused(line, "expected a text, a whole number, a list or an object");
        };
    }

    private static List<LocatedJson> items(JsonParser parser) throws ProblemException {
        var items = new ArrayList<LocatedJson>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return List.copyOf(items);
    }

    private static Map<String, LocatedJson> fields(JsonParser parser) throws ProblemException {
        var fields = new LinkedHashMap<String, LocatedJson>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return fields;
    }

    static ProblemException refused(int line, String why) {
        return new ProblemException(problem(line, why));
    }

    private static Problem problem(int line, String why) {
        return Problem.of(
                "Line " + line + " of the deployment file: " + why + ".", "Get the file again from its source.");
    }
}
