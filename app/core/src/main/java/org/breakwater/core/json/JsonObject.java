package org.breakwater.core.json;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Quotation;

/// An object of a JSON document, asked field by field.
public record JsonObject(JsonDocument document, JsonValue.Fields fields) {

    public int line() {
        return fields.line();
    }

    public SequencedMap<String, JsonValue> all() {
        return fields.fields();
    }

    /// Refuses every field but these.
    public void only(List<String> known) throws ProblemException {
        for (var field : all().entrySet()) {
            if (!known.contains(field.getKey())) {
                throw document.refused(field.getValue().line(), Quotation.of(field.getKey()) + " is unknown");
            }
        }
    }

    public JsonValue field(String name) throws ProblemException {
        var field = all().get(name);
        if (field == null) {
            throw document.refused(line(), Quotation.of(name) + " is missing");
        }
        return field;
    }

    public String text(String name) throws ProblemException {
        if (field(name) instanceof JsonValue.Text(var _, String value)) {
            return value;
        }
        throw document.refused(field(name).line(), Quotation.of(name) + " is no text");
    }

    public JsonObject object(String name) throws ProblemException {
        return document.object(field(name));
    }

    /// A field that is a list of objects.
    public List<JsonObject> objects(String name) throws ProblemException {
        if (field(name) instanceof JsonValue.Items(var _, var items)) {
            var objects = new ArrayList<JsonObject>();
            for (var item : items) {
                objects.add(document.object(item));
            }
            return objects;
        }
        throw document.refused(field(name).line(), Quotation.of(name) + " is no list");
    }
}
