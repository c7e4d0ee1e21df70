package org.breakwater.core.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.json.JsonPrinter;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.json.WrittenObject;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;

/// How a {@link SharedTransaction} is written: a JSON document, the same one for the same content to the byte, and the
/// same document as text that survives being pasted. {@link SharedTransactionReader} reads both.
public final class SharedTransactionFormat {

    /// The name of the format.
    public static final String FORMAT = "breakwater.safe-transaction";

    /// The version of the format that is written, and the only one that is read.
    public static final int VERSION = 1;

    /// How large a document may be.
    public static final JsonLimits LIMITS = new JsonLimits(8 << 20, 5, 2 * SafeHashCase.MOST_DATA + 2, 4_000);

    static final String CHECKSUM = "checksum";

    /// The fields of a SafeTx, in the order in which they are hashed.
    static final List<String> TRANSACTION = List.of(
            "to",
            "value",
            "data",
            "operation",
            "safeTxGas",
            "baseGas",
            "gasPrice",
            "gasToken",
            "refundReceiver",
            "nonce");

    private SharedTransactionFormat() {}

    /// The document, with a line feed at its end.
    public static String document(SharedTransaction shared) {
        return JsonPrinter.indented(value(shared)) + "\n";
    }

    /// The document as text to paste.
    public static String text(SharedTransaction shared) {
        return ArmoredText.of(JsonPrinter.compact(value(shared)).getBytes(StandardCharsets.UTF_8));
    }

    static JsonValue.Fields value(SharedTransaction shared) {
        var content = content(shared);
        return content.text(CHECKSUM, checksum(content.value()).toString()).value();
    }

    private static WrittenObject content(SharedTransaction shared) {
        var domain = shared.subject().domain();
        return new WrittenObject()
                .text("format", FORMAT)
                .whole("version", VERSION)
                .text("chainId", domain.chainId().toString())
                .text("safe", domain.safe().toString())
                .text("safeVersion", domain.version().toString())
                .with("transaction", transaction(shared.subject()))
                .text("safeTxHash", shared.hash().toString())
                .items(
                        "signatures",
                        shared.signatures().stream()
                                .map(SharedTransactionFormat::signature)
                                .toList())
                .items(
                        "reasons",
                        shared.reasons().stream()
                                .map(SharedTransactionFormat::reason)
                                .toList());
    }

    private static JsonValue transaction(SafeHashCase subject) {
        var transaction = subject.transaction();
        return new WrittenObject()
                .text("to", transaction.to().toString())
                .text("value", transaction.value().toString())
                .text("data", transaction.data().toHex())
                .whole("operation", transaction.operation().code())
                .text("safeTxGas", transaction.safeTxGas().toString())
                .text("baseGas", transaction.baseGas().toString())
                .text("gasPrice", transaction.gasPrice().toString())
                .text("gasToken", transaction.gasToken().toString())
                .text("refundReceiver", transaction.refundReceiver().toString())
                .text("nonce", transaction.nonce().toString())
                .value();
    }

    private static JsonValue signature(OwnerSignature signature) {
        return new WrittenObject()
                .text("owner", signature.owner().toString())
                .text(
                        "signature",
                        OwnerSignature.inOwnerOrder(List.of(signature)).toHex())
                .value();
    }

    private static JsonValue reason(Reason reason) {
        return new WrittenObject()
                .text("by", reason.by())
                .text("words", reason.words())
                .value();
    }

    /// Shows damage. It protects from nobody: who changes a file can write a new one.
    ///
    /// @param content all fields before the checksum
    static Hash32 checksum(JsonValue.Fields content) {
        return Keccak.hash(JsonPrinter.compact(content));
    }

    /// The fields without the checksum.
    static JsonValue.Fields withoutChecksum(Map<String, JsonValue> fields) {
        var content = new WrittenObject();
        fields.forEach((name, value) -> {
            if (!name.equals(CHECKSUM)) {
                content.with(name, value);
            }
        });
        return content.value();
    }
}
