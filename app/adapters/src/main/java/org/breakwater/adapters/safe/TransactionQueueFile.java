package org.breakwater.adapters.safe;

import java.math.BigInteger;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.core.json.JsonDocuments;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.json.JsonObject;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.QueueSource;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.ServedTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// Waiting transactions in a JSON list, each as a Safe Transaction Service tells it (v2, multisig transaction). A
/// transaction that cannot be read refuses the list: one that is left out would be one that nobody sees.
public final class TransactionQueueFile implements QueueSource {

    private static final JsonLimits LIMITS = new JsonLimits(8 << 20, 12, 1 << 20, 200_000);

    private final JsonDocuments documents;
    private final String path;

    public TransactionQueueFile(JsonDocuments documents, String path) {
        this.documents = documents;
        this.path = path;
    }

    @Override
    public List<ServedTransaction> waiting() throws ProblemException {
        var waiting = new ArrayList<ServedTransaction>();
        for (var row : documents.read(path, LIMITS).objects()) {
            if (!isExecuted(row)) {
                waiting.add(transaction(row));
            }
        }
        return waiting;
    }

    private static boolean isExecuted(JsonObject row) throws ProblemException {
        return row.field("isExecuted") instanceof JsonValue.Flag(var _, var executed) && executed;
    }

    private static ServedTransaction transaction(JsonObject row) throws ProblemException {
        var confirmations = new ArrayList<ServedTransaction.Confirmation>();
        for (var told : row.objects("confirmations")) {
            confirmations.add(new ServedTransaction.Confirmation(
                    address(told, "owner"), bytes(told, "signature"), instant(told, "submissionDate")));
        }
        return new ServedTransaction(
                address(row, "safe"),
                new SafeTransaction(
                        address(row, "to"),
                        number(row, "value"),
                        isNothing(row, "data") ? Bytes.EMPTY : bytes(row, "data"),
                        operation(row),
                        number(row, "safeTxGas"),
                        number(row, "baseGas"),
                        number(row, "gasPrice"),
                        address(row, "gasToken"),
                        address(row, "refundReceiver"),
                        number(row, "nonce")),
                read(row, "safeTxHash", row.text("safeTxHash"), Hash32::fromHex),
                isNothing(row, "proposer") ? Optional.empty() : Optional.of(address(row, "proposer")),
                instant(row, "submissionDate"),
                confirmations,
                isNothing(row, "origin") ? "" : words(row.text("origin")));
    }

    /// Programs put JSON with a note of theirs where words are meant; anything else is taken as it is.
    private static String words(String origin) {
        try {
            var note =
                    JsonText.parse("the origin", origin, LIMITS).object().all().get("note");
            return note instanceof JsonValue.Text(var _, var text) ? text : origin;
        } catch (ProblemException notJson) {
            return origin;
        }
    }

    private static boolean isNothing(JsonObject row, String field) throws ProblemException {
        return row.field(field) instanceof JsonValue.Nothing;
    }

    private static Address address(JsonObject row, String field) throws ProblemException {
        return read(row, field, row.text(field), Address::parse);
    }

    private static Bytes bytes(JsonObject row, String field) throws ProblemException {
        return read(row, field, row.text(field), Bytes::parse);
    }

    private static Instant instant(JsonObject row, String field) throws ProblemException {
        return read(row, field, row.text(field), Instant::parse);
    }

    /// Services write numbers as texts, and some of them as numbers.
    private static BigInteger number(JsonObject row, String field) throws ProblemException {
        var value = row.field(field) instanceof JsonValue.Whole(var _, var whole)
                ? whole
                : read(row, field, row.text(field), TransactionQueueFile::digits);
        if (value.signum() < 0 || value.bitLength() > 256) {
            throw row.document().refused(row.line(), "“" + field + "” does not fit an unsigned word");
        }
        return value;
    }

    private static BigInteger digits(String text) {
        if (!text.matches("[0-9]{1,78}")) {
            throw new IllegalArgumentException("no whole number");
        }
        return new BigInteger(text);
    }

    private static Operation operation(JsonObject row) throws ProblemException {
        var code = number(row, "operation");
        return Optional.of(code)
                .filter(number -> number.bitLength() < Integer.SIZE - 1)
                .flatMap(number -> Operation.of(number.intValueExact()))
                .orElseThrow(() -> row.document().refused(row.line(), "there is no operation " + code));
    }

    private static <T> T read(JsonObject row, String field, String text, Reader<T> reader) throws ProblemException {
        try {
            return reader.read(text);
        } catch (IllegalArgumentException | DateTimeParseException malformed) {
            throw row.document().refused(row.line(), "“" + field + "” is not what it should be");
        }
    }

    /// Reads a text, or refuses it with an exception.
    @FunctionalInterface
    private interface Reader<T> {
        T read(String text);
    }
}
