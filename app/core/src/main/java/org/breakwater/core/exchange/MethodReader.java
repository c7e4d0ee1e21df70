package org.breakwater.core.exchange;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiParameter;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.json.JsonObject;
import org.breakwater.core.json.JsonTexts;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Quotation;

/// Encodes calls that a batch describes: the function as a contract's ABI has it, and a written value for each input.
final class MethodReader {

    private static final String TUPLE = "tuple";
    private static final int MOST_DEPTH = FunctionSignature.MOST_DEPTH;

    private final WrittenValues values;

    MethodReader(JsonTexts texts) {
        this.values = new WrittenValues(texts);
    }

    /// The calldata.
    ///
    /// @param method `contractMethod`
    /// @param inputs `contractInputsValues`
    Bytes encode(JsonObject method, JsonObject inputs) throws ProblemException {
        var function = function(method);
        var encoded = new ArrayList<AbiValue>();
        var names = new ArrayList<String>();
        for (int i = 0; i < function.parameters().size(); i++) {
            var parameter = function.parameters().get(i);
            var name = parameter.name().isEmpty() ? Integer.toString(i) : parameter.name();
            if (names.contains(name)) {
                throw method.document().refused(method.line(), "two inputs are named " + Quotation.of(name));
            }
            names.add(name);
            encoded.add(value(inputs, name, parameter));
        }
        inputs.only(names);
        try {
            return AbiEncoder.call(function, encoded);
        } catch (IllegalArgumentException notOfItsType) {
            throw inputs.document().refused(inputs.line(), String.valueOf(notOfItsType.getMessage()));
        }
    }

    private AbiValue value(JsonObject inputs, String name, AbiParameter parameter) throws ProblemException {
        var written = inputs.field(name);
        try {
            return values.read(parameter.type(), written);
        } catch (IllegalArgumentException malformed) {
            throw inputs.document().refused(written.line(), Quotation.of(name) + ": " + malformed.getMessage());
        }
    }

    /// The function that an entry of a JSON interface describes.
    static FunctionSignature function(JsonObject method) throws ProblemException {
        var text = method.text("name") + parameters(method.objects("inputs"), 1, method);
        try {
            return FunctionSignature.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw method.document().refused(method.line(), String.valueOf(malformed.getMessage()));
        }
    }

    private static String parameters(List<JsonObject> inputs, int depth, JsonObject holder) throws ProblemException {
        if (depth > MOST_DEPTH) {
            throw holder.document().refused(holder.line(), "types nest deeper than " + MOST_DEPTH);
        }
        var written = new ArrayList<String>();
        for (var input : inputs) {
            var name = input.text("name");
            written.add(type(input, depth) + (name.isEmpty() ? "" : " " + name));
        }
        return "(" + String.join(",", written) + ")";
    }

    private static String type(JsonObject input, int depth) throws ProblemException {
        var type = input.text("type");
        if (type.startsWith(TUPLE)) {
            return parameters(input.objects("components"), depth + 1, input) + type.substring(TUPLE.length());
        }
        if (input.all().get("components") instanceof JsonValue.Items(var line, var components)
                && !components.isEmpty()) {
            throw input.document().refused(line, Quotation.of(type) + " has no components");
        }
        return type.replaceFirst("^(u?int)(?=\\[|$)", "$1256");
    }
}
