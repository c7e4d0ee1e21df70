package org.breakwater.core.json;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Quotation;

/// A JSON document and what it is called in refusals.
///
/// @param name as in `Line 3 of NAME`
public record JsonDocument(String name, JsonValue root) {

    /// The whole document as an object.
    public JsonObject object() throws ProblemException {
        return object(root);
    }

    /// A value of the document as an object.
    public JsonObject object(JsonValue value) throws ProblemException {
        if (value instanceof JsonValue.Fields fields) {
            return new JsonObject(this, fields);
        }
        throw refused(value.line(), "expected an object");
    }

    /// The whole document as a list of objects.
    public List<JsonObject> objects() throws ProblemException {
        if (root instanceof JsonValue.Items(var _, var items)) {
            var objects = new ArrayList<JsonObject>();
            for (var item : items) {
                objects.add(object(item));
            }
            return objects;
        }
        throw refused(root.line(), "expected a list");
    }

    /// A refusal that names a line of this document.
    ///
    /// @param why the rest of the sentence, without a full stop
    public ProblemException refused(int line, String why) {
        return refused(name, line, why);
    }

    /// A refusal that names a line of a document.
    ///
    /// @param why the rest of the sentence, without a full stop
    public static ProblemException refused(String document, int line, String why) {
        return new ProblemException(Problem.of(
                "Line " + line + " of " + document + ": " + Quotation.plain(why) + ".",
                "Get the file again from its source."));
    }
}
