package org.breakwater.adapters.localservice;

import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.json.JsonDocument;
import org.breakwater.core.json.JsonObject;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;

/// What was sent with a request. What is wrong with its fields is collected and refused at once, in the words of the
/// real service; until then each wrong field has a harmless value.
final class Body {

    private static final String REQUIRED = "This field is required.";
    private static final String NULL = "This field may not be null.";

    private final JsonObject object;
    private final Map<String, List<String>> wrong = new LinkedHashMap<>();

    Body(JsonObject object) {
        this.object = object;
    }

    JsonObject object() {
        return object;
    }

    JsonDocument document() {
        return object.document();
    }

    /// Refuses the request where a field was wrong.
    void requireRight(int status) throws RefusedRequest {
        if (!wrong.isEmpty()) {
            throw RefusedRequest.fields(status, wrong);
        }
    }

    private void wrong(String field, String words) {
        wrong.computeIfAbsent(field, _ -> new ArrayList<>()).add(words);
    }

    private Optional<JsonValue> value(String field) {
        return Optional.ofNullable(object.all().get(field));
    }

    private Optional<JsonValue> required(String field) {
        var value = value(field);
        if (value.isEmpty()) {
            wrong(field, REQUIRED);
        } else if (value.get() instanceof JsonValue.Nothing) {
            wrong(field, NULL);
            return Optional.empty();
        }
        return value;
    }

    /// Nothing for a field that is missing or `null`.
    private Optional<JsonValue> given(String field) {
        return value(field).filter(value -> !(value instanceof JsonValue.Nothing));
    }

    /// A number from 0 to 2^256 - 1, written as a number or as a text.
    BigInteger number(String field) {
        return required(field).map(value -> number(field, value)).orElse(BigInteger.ZERO);
    }

    private BigInteger number(String field, JsonValue value) {
        var number = switch (value) {
            case JsonValue.Whole(var _, var whole) -> whole;
            case JsonValue.Text(var _, var text) when text.matches("-?[0-9]{1,78}") -> new BigInteger(text);
            default -> null;
        };
        if (number == null) {
            wrong(field, "A valid integer is required.");
            return BigInteger.ZERO;
        }
        if (number.signum() < 0) {
            wrong(field, "Ensure this value is greater than or equal to 0.");
            return BigInteger.ZERO;
        }
        if (!Word.fits(number)) {
            wrong(field, "Ensure this value is less than or equal to 2**256 - 1.");
            return BigInteger.ZERO;
        }
        return number;
    }

    Optional<BigInteger> optionalNumber(String field) {
        return given(field).map(value -> number(field, value));
    }

    /// One of some whole numbers.
    int choice(String field, List<Integer> choices) {
        var value = required(field);
        if (value.isEmpty()) {
            return choices.getFirst();
        }
        var number = number(field, value.get());
        if (number.bitLength() >= Integer.SIZE || !choices.contains(number.intValueExact())) {
            wrong(field, "\"" + number + "\" is not a valid choice.");
            return choices.getFirst();
        }
        return number.intValueExact();
    }

    /// An address with its checksum.
    Address address(String field) {
        return required(field).map(value -> address(field, value, false)).orElse(Address.ZERO);
    }

    /// An address with its checksum; the zero address where it is missing or `null`.
    Address addressOrZero(String field) {
        return given(field).map(value -> address(field, value, true)).orElse(Address.ZERO);
    }

    /// An address that must stand there and may be the zero address or `null`.
    Optional<Address> nullableAddress(String field) {
        if (value(field).isEmpty()) {
            wrong(field, REQUIRED);
        }
        return given(field).map(value -> address(field, value, true));
    }

    Optional<Address> optionalAddress(String field) {
        return given(field).map(value -> address(field, value, false));
    }

    private Address address(String field, JsonValue value, boolean zeroAllowed) {
        if (!(value instanceof JsonValue.Text(var _, var text)) || !text.matches("0x[0-9a-fA-F]{40}")) {
            wrong(field, "Address is not valid.");
            return Address.ZERO;
        }
        var address = new Address(Bytes.fromHex(text));
        if (!address.toString().equals(text)) {
            wrong(field, "Address " + text + " is not checksumed");
        } else if (address.isZero() && !zeroAllowed) {
            wrong(field, "0x0 address is not allowed");
        }
        return address;
    }

    /// Bytes in hex; nothing where they are missing or `null`.
    Optional<Bytes> optionalBytes(String field) {
        return given(field).flatMap(value -> bytes(field, value));
    }

    /// Bytes in hex of at least some length.
    Bytes bytes(String field, int least) {
        var read = required(field).flatMap(value -> bytes(field, value));
        if (read.isPresent() && read.get().length() < least) {
            wrong(field, "Ensure this field has at least " + least + " bytes.");
        }
        return read.orElse(Bytes.EMPTY);
    }

    private Optional<Bytes> bytes(String field, JsonValue value) {
        if (value instanceof JsonValue.Text(var _, var text)) {
            try {
                return Optional.of(Bytes.parse(text));
            } catch (IllegalArgumentException noHex) {
                // It is refused below.
            }
        }
        wrong(field, "Value is not a valid hex");
        return Optional.empty();
    }

    Hash32 hash(String field) {
        var bytes = required(field).flatMap(value -> bytes(field, value));
        if (bytes.isPresent() && bytes.get().length() != Hash32.LENGTH) {
            wrong(field, "A hash has 32 bytes.");
            return Hash32.ZERO;
        }
        return bytes.map(Hash32::new).orElse(Hash32.ZERO);
    }

    /// A text; empty where it is missing or `null`.
    String optionalText(String field, int most) {
        var value = given(field);
        if (value.isEmpty()) {
            return "";
        }
        if (!(value.get() instanceof JsonValue.Text(var _, var text))) {
            wrong(field, "Not a valid string.");
            return "";
        }
        if (text.length() > most) {
            wrong(field, "Ensure this field has no more than " + most + " characters.");
        }
        return text;
    }

    String text(String field, int most) {
        return required(field).isEmpty() ? "" : optionalText(field, most);
    }

    /// A point in time that lies ahead.
    Optional<Instant> optionalFuture(String field, Instant now) {
        var value = given(field);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (value.get() instanceof JsonValue.Text(var _, var text)) {
                var time = OffsetDateTime.parse(text).toInstant();
                if (!time.isAfter(now)) {
                    wrong(field, "`expiry_date` cannot be previous to now");
                }
                return Optional.of(time);
            }
        } catch (DateTimeParseException noTime) {
            // It is refused below.
        }
        wrong(field, "Datetime has wrong format.");
        return Optional.empty();
    }
}
