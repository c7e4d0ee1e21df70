package org.breakwater.adapters.offer;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.json.WrittenObject;
import org.breakwater.core.offer.Cursor;

/// Something that a request says, in its path or in its query.
///
/// @param fallback what holds where it is left out; empty where it must be there or may be missing
record Parameter(String name, Place place, Form form, boolean required, Optional<String> fallback, String meaning) {

    enum Place {
        PATH,
        QUERY
    }

    /// What it may be.
    sealed interface Form {

        /// A whole number within bounds that JavaScript reads exactly.
        record Whole(long least, long most) implements Form {}

        /// A number of up to 256 bits, in the decimal system.
        record Decimal() implements Form {}

        /// With its EIP-55 checksum.
        record Account() implements Form {}

        record Hash() implements Form {}

        record Binary(int mostBytes) implements Form {}

        record Choice(List<String> names) implements Form {}

        record Words(String pattern) implements Form {}

        record CursorText() implements Form {}
    }

    static Parameter path(String name, Form form, String meaning) {
        return new Parameter(name, Place.PATH, form, true, Optional.empty(), meaning);
    }

    static Parameter required(String name, Form form, String meaning) {
        return new Parameter(name, Place.QUERY, form, true, Optional.empty(), meaning);
    }

    static Parameter optional(String name, Form form, String meaning) {
        return new Parameter(name, Place.QUERY, form, false, Optional.empty(), meaning);
    }

    static Parameter optional(String name, Form form, String fallback, String meaning) {
        return new Parameter(name, Place.QUERY, form, false, Optional.of(fallback), meaning);
    }

    /// What it should be, for those who gave something else.
    String wanted() {
        return switch (form) {
            case Form.Whole(var least, var most) -> "a whole number from " + least + " to " + most;
            case Form.Decimal _ -> "a number from 0 to 2^256 - 1 in decimal digits";
            case Form.Account _ -> "an address with its EIP-55 checksum";
            case Form.Hash _ -> "0x and 64 hex digits in lower case, not all zero";
            case Form.Binary(var most) -> "0x and hex digits in lower case, at most " + most + " bytes";
            case Form.Choice(var names) -> "one of " + String.join(", ", names);
            case Form.Words _ -> "a name in capital letters";
            case Form.CursorText _ -> "a cursor that this server gave";
        };
    }

    JsonValue.Fields schema() {
        var schema = switch (form) {
            case Form.Whole(var least, var most) ->
                new WrittenObject()
                        .text("type", "integer")
                        .whole("minimum", least)
                        .whole("maximum", most);
            case Form.Decimal _ -> text("^(0|[1-9][0-9]{0,77})$");
            case Form.Account _ -> text("^0x[0-9a-fA-F]{40}$");
            case Form.Hash _ -> text("^0x[0-9a-f]{64}$");
            case Form.Binary(var most) -> text("^0x([0-9a-f]{2}){0," + most + "}$");
            case Form.Choice(var names) ->
                new WrittenObject()
                        .text("type", "string")
                        .items(
                                "enum",
                                names.stream().map(WrittenObject::textValue).toList());
            case Form.Words(var pattern) -> text(pattern);
            case Form.CursorText _ -> text("^[A-Za-z0-9_-]{" + Cursor.LENGTH + "}$");
        };
        if (fallback.isPresent() && form instanceof Form.Whole) {
            schema.whole("default", new BigInteger(fallback.get()));
        }
        return schema.value();
    }

    private static WrittenObject text(String pattern) {
        return new WrittenObject().text("type", "string").text("pattern", pattern);
    }

    /// Most bytes that the gate is handed (`Underwriting.MAX_GATE_DATA`).
    static final Form GATE_DATA = new Form.Binary(4_096);
}
