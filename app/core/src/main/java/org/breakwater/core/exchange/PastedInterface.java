package org.breakwater.core.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.json.JsonObject;
import org.breakwater.core.json.JsonTexts;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// A contract's interface as somebody pastes it: the JSON that compilers write, or one signature such as
/// `transfer(address to,uint256 value)`. It is the author's word which contract it is of; that a selector fits says
/// little.
public final class PastedInterface {

    /// How many functions are read.
    public static final int MOST_FUNCTIONS = 1_000;

    private static final JsonLimits LIMITS = new JsonLimits(2 << 20, 40, 4_000, 400_000);
    private static final String NAME = "the interface";

    private final JsonTexts texts;
    private final WrittenValues values;

    public PastedInterface(JsonTexts texts) {
        this.texts = texts;
        this.values = new WrittenValues(texts);
    }

    /// The functions that change something, each signature once, in their order.
    ///
    /// @throws ProblemException for any text that is no interface, or has no such function
    public List<FunctionSignature> functions(String pasted) throws ProblemException {
        var text = pasted.strip();
        var functions = text.startsWith("[") || text.startsWith("{") ? described(text) : List.of(signature(text));
        if (functions.isEmpty()) {
            throw new ProblemException(Problem.of(
                    "No function in the interface changes anything.", "Paste the interface of the contract itself."));
        }
        return functions;
    }

    private static FunctionSignature signature(String text) throws ProblemException {
        try {
            return FunctionSignature.parse(text.replaceFirst("^function\\s+", ""));
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(
                    Problem.of(
                            "This is no interface: " + malformed.getMessage() + ".",
                            "Paste JSON, or a signature such as transfer(address to,uint256 value)."),
                    malformed);
        }
    }

    private List<FunctionSignature> described(String text) throws ProblemException {
        var document = texts.parse(NAME, text, LIMITS);
        var entries = document.root() instanceof JsonValue.Items
                ? document.objects()
                : document.object().objects("abi");
        var functions = new LinkedHashMap<String, FunctionSignature>();
        for (var entry : entries) {
            if (isWriting(entry)) {
                var function = MethodReader.function(entry);
                functions.putIfAbsent(function.canonical(), function);
            }
            if (functions.size() > MOST_FUNCTIONS) {
                throw document.refused(entry.line(), "there are more than " + MOST_FUNCTIONS + " functions");
            }
        }
        return List.copyOf(functions.values());
    }

    private static boolean isWriting(JsonObject entry) {
        return isText(entry, "type", "function")
                && !isText(entry, "stateMutability", "view")
                && !isText(entry, "stateMutability", "pure");
    }

    private static boolean isText(JsonObject entry, String field, String expected) {
        return entry.all().get(field) instanceof JsonValue.Text(var _, var text) && text.equals(expected);
    }

    /// The arguments of a call, from a written value for each parameter.
    ///
    /// @throws IllegalArgumentException where there are too few or too many, or one is no value of its type
    public List<AbiValue> arguments(FunctionSignature function, List<String> written) throws ProblemException {
        var parameters = function.parameters();
        if (written.size() != parameters.size()) {
            throw new IllegalArgumentException(
                    "there are " + written.size() + " values for " + parameters.size() + " parameters");
        }
        var arguments = new ArrayList<AbiValue>();
        for (int i = 0; i < written.size(); i++) {
            var type = parameters.get(i).type();
            try {
                var value = values.read(type, new JsonValue.Text(1, written.get(i)));
                AbiEncoder.encode(List.of(type), List.of(value));
                arguments.add(value);
            } catch (IllegalArgumentException mismatch) {
                throw new IllegalArgumentException(
                        (parameters.get(i).name().isEmpty()
                                        ? "value " + (i + 1)
                                        : parameters.get(i).name()) + ": " + mismatch.getMessage(),
                        mismatch);
            }
        }
        return arguments;
    }
}
