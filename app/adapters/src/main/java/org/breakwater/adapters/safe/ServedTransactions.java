package org.breakwater.adapters.safe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.json.JsonObject;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.ServedTransaction;
import org.breakwater.core.safe.ServedTransaction.Confirmation;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// Reads a Safe's transaction as a Safe Transaction Service writes it (v2, multisig transaction). Texts that it adds of
/// its own, such as a decoded call, are left aside: what a call does is read from its bytes.
public final class ServedTransactions {

    private static final JsonLimits ORIGIN = new JsonLimits(1 << 16, 12, 1 << 16, 1_000);

    private ServedTransactions() {}

    public static ServedTransaction read(JsonObject row) throws ProblemException {
        var fields = new ServedFields(row);
        return new ServedTransaction(
                fields.address("safe"),
                transaction(fields),
                fields.hash("safeTxHash"),
                fields.optionalAddress("proposer"),
                fields.instant("submissionDate"),
                confirmations(fields),
                words(fields.optionalText("origin")),
                fields.lacks("trusted") || fields.flag("trusted"),
                fields.optionalAddress("proposedByDelegate"),
                fields.optionalHash("transactionHash"));
    }

    /// The ten fields that are signed. A service may write `null` for the zero address and for no data.
    public static SafeTransaction transaction(ServedFields fields) throws ProblemException {
        return new SafeTransaction(
                addressOrZero(fields, "to"),
                fields.number("value"),
                isNull(fields, "data") ? Bytes.EMPTY : fields.bytes("data"),
                operation(fields),
                fields.number("safeTxGas"),
                fields.number("baseGas"),
                fields.number("gasPrice"),
                addressOrZero(fields, "gasToken"),
                addressOrZero(fields, "refundReceiver"),
                fields.number("nonce"));
    }

    /// A field that is signed may be `null`, and may not be missing.
    private static boolean isNull(ServedFields fields, String field) throws ProblemException {
        return fields.row().field(field) instanceof JsonValue.Nothing;
    }

    private static Address addressOrZero(ServedFields fields, String field) throws ProblemException {
        return isNull(fields, field) ? Address.ZERO : fields.address(field);
    }

    /// The operation in the field of that name.
    public static Operation operation(ServedFields fields) throws ProblemException {
        var code = fields.number("operation");
        return Optional.of(code)
                .filter(number -> number.bitLength() < Integer.SIZE - 1)
                .flatMap(number -> Operation.of(number.intValueExact()))
                .orElseThrow(
                        () -> fields.row().document().refused(fields.row().line(), "there is no operation " + code));
    }

    private static List<Confirmation> confirmations(ServedFields fields) throws ProblemException {
        var confirmations = new ArrayList<Confirmation>();
        for (var told : fields.objects("confirmations")) {
            confirmations.add(confirmation(told));
        }
        return confirmations;
    }

    /// A signature as it stands in a transaction's or a message's list.
    public static Confirmation confirmation(ServedFields told) throws ProblemException {
        var when = told.lacks("submissionDate") ? "created" : "submissionDate";
        return new Confirmation(told.address("owner"), told.bytes("signature"), told.instant(when));
    }

    /// Programs put JSON with a note of theirs where words are meant; anything else is taken as it is.
    public static String words(String origin) {
        if (origin.equals("{}")) {
            return "";
        }
        try {
            var note =
                    JsonText.parse("the origin", origin, ORIGIN).object().all().get("note");
            return note instanceof JsonValue.Text(var _, var text) ? text : origin;
        } catch (ProblemException notJson) {
            return origin;
        }
    }
}
