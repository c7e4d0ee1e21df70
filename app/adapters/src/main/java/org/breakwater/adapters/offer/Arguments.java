package org.breakwater.adapters.offer;

import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.offer.Cursor;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Quotation;
import org.breakwater.core.value.Word;
import org.jspecify.annotations.Nullable;

/// What a request says, read by the parameters of its path: each in its one form, none that is unknown, none twice.
final class Arguments {

    private static final String HASH = "0x[0-9a-f]{64}";
    private static final String NUMBER = "0|[1-9][0-9]{0,77}";

    private final Map<String, Parameter> parameters = new HashMap<>();
    private final Map<String, String> given;

    private Arguments(List<Parameter> parameters, Map<String, String> given) {
        parameters.forEach(parameter -> this.parameters.put(parameter.name(), parameter));
        this.given = given;
    }

    /// @param inPath by name
    /// @param query as it stands in the request
    static Arguments of(List<Parameter> parameters, Map<String, String> inPath, @Nullable String query) throws Refusal {
        var given = new HashMap<>(inPath);
        if (query != null && !query.isEmpty()) {
            for (var pair : query.split("&", -1)) {
                var parts = pair.split("=", 2);
                add(parameters, given, decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
            }
        }
        var arguments = new Arguments(parameters, given);
        for (var parameter : parameters) {
            if (parameter.required() && !given.containsKey(parameter.name())) {
                throw refused(parameter, "is missing");
            }
            arguments.check(parameter);
        }
        return arguments;
    }

    private static void add(List<Parameter> known, Map<String, String> given, String name, String value)
            throws Refusal {
        var isKnown = known.stream()
                .anyMatch(parameter -> parameter.place() == Parameter.Place.QUERY
                        && parameter.name().equals(name));
        if (!isKnown) {
            throw Refusal.of(
                    ProblemType.PARAMETER,
                    "There is no parameter " + Quotation.of(name) + " here.",
                    "Leave it out; the description of this interface lists all.");
        }
        if (given.put(name, value) != null) {
            throw Refusal.of(ProblemType.PARAMETER, name + " is given twice.", "Give it once.");
        }
    }

    private static String decoded(String text) throws Refusal {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw Refusal.of(
                    ProblemType.PARAMETER, "The query is not escaped properly.", "Escape it as RFC 3986 says.");
        }
    }

    private static Refusal refused(Parameter parameter, String what) {
        return Refusal.of(
                parameter.form() instanceof Parameter.Form.CursorText
                        ? ProblemType.CURSOR_MALFORMED
                        : ProblemType.PARAMETER,
                parameter.name() + " " + what + ".",
                "Give " + parameter.wanted() + ".");
    }

    private void check(Parameter parameter) throws Refusal {
        var value = given.get(parameter.name());
        if (value != null && !isProper(parameter.form(), value)) {
            throw refused(parameter, "is not what it should be");
        }
    }

    private static boolean isProper(Parameter.Form form, String value) {
        return switch (form) {
            case Parameter.Form.Whole(var least, var most) ->
                value.matches("0|[1-9][0-9]{0,15}") && Long.parseLong(value) >= least && Long.parseLong(value) <= most;
            case Parameter.Form.Decimal _ -> value.matches(NUMBER) && Word.fits(new BigInteger(value));
            case Parameter.Form.Account _ ->
                value.matches("0x[0-9a-fA-F]{40}")
                        && new Address(Bytes.fromHex(value)).toString().equals(value);
            case Parameter.Form.Hash _ ->
                value.matches(HASH) && !Hash32.fromHex(value).equals(Hash32.ZERO);
            case Parameter.Form.Binary(var most) ->
                value.length() <= 2 + 2 * most && value.matches("0x([0-9a-f]{2})*+");
            case Parameter.Form.Choice(var names) -> names.contains(value);
            case Parameter.Form.Words(var pattern) -> value.length() <= 80 && value.matches(pattern);
            case Parameter.Form.CursorText _ -> Cursor.parse(value).isPresent();
        };
    }

    private Optional<String> find(String name) {
        var parameter = parameters.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException("this path has no parameter " + name);
        }
        return Optional.ofNullable(given.get(name)).or(parameter::fallback);
    }

    String text(String name) {
        return find(name).orElseThrow();
    }

    Optional<String> optionalText(String name) {
        return find(name);
    }

    long whole(String name) {
        return Long.parseLong(text(name));
    }

    Optional<Long> optionalWhole(String name) {
        return find(name).map(Long::valueOf);
    }

    BigInteger decimal(String name) {
        return new BigInteger(text(name));
    }

    Optional<BigInteger> optionalDecimal(String name) {
        return find(name).map(BigInteger::new);
    }

    Address account(String name) {
        return Address.parse(text(name));
    }

    Optional<Address> optionalAccount(String name) {
        return find(name).map(Address::parse);
    }

    Optional<Hash32> optionalHash(String name) {
        return find(name).map(Hash32::fromHex);
    }

    Optional<Bytes> optionalBytes(String name) {
        return find(name).map(Bytes::fromHex);
    }

    /// @param list that the path gives
    Optional<Cursor> cursor(String name, Cursor.Kind list) throws Refusal {
        var cursor = find(name).flatMap(Cursor::parse);
        if (cursor.filter(one -> one.list() != list).isPresent()) {
            throw Refusal.of(
                    ProblemType.CURSOR_MALFORMED, "The cursor belongs to another list.", "Use it where it was given.");
        }
        return cursor;
    }
}
