package org.breakwater.core.abi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.breakwater.core.value.Quotation;

/// Reads types and function signatures as people write them. Bounded in length and depth.
final class SignatureParser {

    private static final int MOST_NAME = 200;

    private final String text;
    private int at;
    private int depth;

    private SignatureParser(String text) {
        if (text.length() > FunctionSignature.MOST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "a signature has at most " + FunctionSignature.MOST_CHARACTERS + " characters");
        }
        this.text = text;
    }

    static AbiType type(String text) {
        var parser = new SignatureParser(text);
        var type = parser.type();
        parser.end();
        return type;
    }

    static FunctionSignature function(
            String text, BiFunction<String, List<AbiParameter>, FunctionSignature> constructor) {
        var parser = new SignatureParser(text);
        var name = parser.word();
        if (!isName(name)) {
            throw parser.unexpected();
        }
        parser.expect('(');
        var parameters = parser.parameters();
        parser.end();
        return constructor.apply(name, parameters);
    }

    private static boolean isName(String word) {
        return word.matches("[a-zA-Z_$][a-zA-Z0-9_$]*") && word.length() <= MOST_NAME;
    }

    /// Parameters after their opening bracket, and the closing one.
    private List<AbiParameter> parameters() {
        if (next() == ')') {
            at++;
            return List.of();
        }
        var parameters = new ArrayList<AbiParameter>();
        do {
            var type = type();
            parameters.add(new AbiParameter(name(), type));
        } while (skip(','));
        expect(')');
        return parameters;
    }

    private AbiType type() {
        if (++depth > FunctionSignature.MOST_DEPTH) {
            throw tooDeep();
        }
        var type = skip('(') ? new AbiType.Tuple(parameters()) : elementary();
        depth--;
        while (skip('[')) {
            type = array(type);
            if (type.depth() > FunctionSignature.MOST_DEPTH) {
                throw tooDeep();
            }
        }
        return type;
    }

    private static IllegalArgumentException tooDeep() {
        return new IllegalArgumentException("types nest at most " + FunctionSignature.MOST_DEPTH + " deep");
    }

    private AbiType array(AbiType element) {
        if (skip(']')) {
            return new AbiType.Array(element);
        }
        var digits = word();
        if (!digits.matches("[1-9][0-9]{0,6}")) {
            throw unexpected();
        }
        expect(']');
        return new AbiType.FixedArray(element, Integer.parseInt(digits));
    }

    private AbiType elementary() {
        var name = word();
        return ElementaryType.named(name)
                .orElseThrow(() -> new IllegalArgumentException(Quotation.of(name) + " is no type of the ABI"));
    }

    private String name() {
        if (!skip(' ')) {
            return "";
        }
        var name = word();
        if (!isName(name)) {
            throw unexpected();
        }
        return name;
    }

    private String word() {
        var start = at;
        while (at < text.length() && (Character.isLetterOrDigit(next()) || next() == '_' || next() == '$')) {
            at++;
        }
        return text.substring(start, at);
    }

    /// The character at this place; a line feed, which no signature holds, after the end.
    private char next() {
        return at < text.length() ? text.charAt(at) : '\n';
    }

    private boolean skip(char wanted) {
        if (next() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(char wanted) {
        if (!skip(wanted)) {
            throw unexpected();
        }
    }

    private void end() {
        if (at != text.length()) {
            throw unexpected();
        }
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("no signature, at character " + (at + 1) + ": " + Quotation.of(text));
    }
}
