package org.breakwater.core.safe;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.json.JsonDocument;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.json.JsonObject;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Quotation;

/// Cases in a JSON document: a list of objects with the fields of {@link SafeHashCase}. Numbers may be JSON numbers
/// or texts. One bad case refuses the document.
public final class SafeHashCases {

    /// How large a document of cases may be.
    public static final JsonLimits LIMITS = new JsonLimits(32 << 20, 8, 2 * SafeHashCase.MOST_DATA + 2, 3_000_000);

    private SafeHashCases() {}

    /// The cases in the order in which they stand.
    public static List<SafeHashCase> read(JsonDocument document) throws ProblemException {
        var cases = new ArrayList<SafeHashCase>();
        for (var object : document.objects()) {
            object.only(SafeHashCase.FIELDS);
            cases.add(SafeHashCase.read(new ObjectFields(object)));
        }
        return cases;
    }

    /// The fields of one object.
    private record ObjectFields(JsonObject object) implements WrittenFields {

        @Override
        public String text(String field) throws ProblemException {
            return switch (object.field(field)) {
                case JsonValue.Text(var _, var text) -> text;
                case JsonValue.Whole(var _, var number) -> number.toString();
                case JsonValue.Flag _, JsonValue.Nothing _, JsonValue.Items _, JsonValue.Fields _ ->
                    throw refused(field, "it is neither a text nor a whole number");
            };
        }

        @Override
        public ProblemException refused(String field, String why) {
            var value = object.all().get(field);
            return object.document()
                    .refused(value == null ? object.line() : value.line(), Quotation.of(field) + ": " + why);
        }
    }
}
