package org.breakwater.adapters.safe;

import java.math.BigInteger;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.json.JsonObject;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Quotation;

/// An object of a service's JSON, asked field by field for values. Whatever is not exactly a value of its type is
/// refused with the name of its field.
public record ServedFields(JsonObject row) {

    /// More than any Safe is known to have owners, modules or confirmations.
    private static final int MOST_LISTED = 1_000;

    /// Whether a field is missing or `null`.
    public boolean lacks(String field) {
        var value = row.all().get(field);
        return value == null || value instanceof JsonValue.Nothing;
    }

    public Address address(String field) throws ProblemException {
        return address(field, row.field(field));
    }

    private Address address(String field, JsonValue value) throws ProblemException {
        return read(field, text(field, value), Address::parse);
    }

    /// Nothing for `null`, a missing field and the zero address, by all of which services say that there is none.
    public Optional<Address> optionalAddress(String field) throws ProblemException {
        return lacks(field) ? Optional.empty() : Optional.of(address(field)).filter(address -> !address.isZero());
    }

    public List<Address> addresses(String field) throws ProblemException {
        if (!(row.field(field) instanceof JsonValue.Items(var _, var items)) || items.size() > MOST_LISTED) {
            throw refused(field, "is no list of at most " + MOST_LISTED);
        }
        var addresses = new ArrayList<Address>();
        for (var item : items) {
            addresses.add(address(field, item));
        }
        return addresses;
    }

    /// Objects in a list that a service has no reason to make long.
    public List<ServedFields> objects(String field) throws ProblemException {
        var objects = row.objects(field);
        if (objects.size() > MOST_LISTED) {
            throw refused(field, "holds more than " + MOST_LISTED);
        }
        return objects.stream().map(ServedFields::new).toList();
    }

    public Bytes bytes(String field) throws ProblemException {
        return read(field, row.text(field), Bytes::parse);
    }

    public Hash32 hash(String field) throws ProblemException {
        return read(field, row.text(field), text -> new Hash32(Bytes.parse(text)));
    }

    public Optional<Hash32> optionalHash(String field) throws ProblemException {
        return lacks(field) ? Optional.empty() : Optional.of(hash(field));
    }

    public Instant instant(String field) throws ProblemException {
        return read(field, row.text(field), Instant::parse);
    }

    public String text(String field) throws ProblemException {
        return row.text(field);
    }

    /// Empty for `null` and a missing field.
    public String optionalText(String field) throws ProblemException {
        return lacks(field) ? "" : row.text(field);
    }

    public boolean flag(String field) throws ProblemException {
        if (row.field(field) instanceof JsonValue.Flag(var _, var value)) {
            return value;
        }
        throw refused(field, "is neither true nor false");
    }

    /// A `uint256`. Services write numbers as texts, and some of them as numbers.
    public BigInteger number(String field) throws ProblemException {
        var value = row.field(field) instanceof JsonValue.Whole(var _, var whole)
                ? whole
                : read(field, row.text(field), ServedFields::digits);
        if (value.signum() < 0 || value.bitLength() > 256) {
            throw refused(field, "does not fit an unsigned word");
        }
        return value;
    }

    /// A number from 0 to `most`.
    public long number(String field, long most) throws ProblemException {
        var value = number(field);
        if (value.compareTo(BigInteger.valueOf(most)) > 0) {
            throw refused(field, "is larger than it can be");
        }
        return value.longValueExact();
    }

    private static BigInteger digits(String text) {
        if (!text.matches("0|[1-9][0-9]{0,77}")) {
            throw new IllegalArgumentException("no whole number");
        }
        return new BigInteger(text);
    }

    private String text(String field, JsonValue value) throws ProblemException {
        if (value instanceof JsonValue.Text(var _, var text)) {
            return text;
        }
        throw refused(field, "is not what it should be");
    }

    private <T> T read(String field, String text, Reader<T> reader) throws ProblemException {
        try {
            return reader.read(text);
        } catch (IllegalArgumentException | DateTimeParseException malformed) {
            throw refused(field, "is not what it should be");
        }
    }

    /// A refusal that names the row's line and a field.
    ///
    /// @param why the rest of the sentence, without a full stop
    public ProblemException refused(String field, String why) {
        return row.document().refused(row.line(), Quotation.of(field) + " " + why);
    }

    /// Reads a text, or refuses it with an exception.
    @FunctionalInterface
    private interface Reader<T> {
        T read(String text);
    }
}
