package org.breakwater.core.exchange;

import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.json.JsonPrinter;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.json.WrittenObject;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeHashCase;

/// How a {@link BuilderBatch} is written, so that the Safe Transaction Builder opens it and finds its own checksum.
/// {@link BuilderBatchReader} reads it.
public final class BuilderBatchFormat {

    /// The version of the format that is written, and the only one that is read.
    public static final String VERSION = "1.0";

    /// How large a document may be.
    public static final JsonLimits LIMITS = new JsonLimits(8 << 20, 32, 2 * SafeHashCase.MOST_DATA + 2, 200_000);

    /// The release of the builder whose format this is.
    private static final String RELEASE = "1.18.2";

    private BuilderBatchFormat() {}

    /// The document, with a line feed at its end; the same one for the same batch.
    public static String document(BuilderBatch batch) {
        var unchecked = value(batch, meta(batch));
        var checksum = BuilderChecksum.of(unchecked).toString();
        return JsonPrinter.indented(value(batch, meta(batch).text(BuilderChecksum.FIELD, checksum))) + "\n";
    }

    private static JsonValue.Fields value(BuilderBatch batch, WrittenObject meta) {
        return new WrittenObject()
                .text("version", VERSION)
                .text("chainId", batch.chainId().toString())
                .whole("createdAt", batch.created().toEpochMilli())
                .with("meta", meta.value())
                .items(
                        "transactions",
                        batch.calls().stream().map(BuilderBatchFormat::call).toList())
                .value();
    }

    private static WrittenObject meta(BuilderBatch batch) {
        return new WrittenObject()
                .text("name", batch.name())
                .text("description", batch.description())
                .text("txBuilderVersion", RELEASE)
                .text(
                        "createdFromSafeAddress",
                        batch.safe().map(safe -> safe.toString()).orElse(""))
                .text("createdFromOwnerAddress", "");
    }

    private static JsonValue call(SafeCall call) {
        return new WrittenObject()
                .text("to", call.to().toString())
                .text("value", call.value().toString())
                .text("data", call.data().toHex())
                .nothing("contractMethod")
                .nothing("contractInputsValues")
                .value();
    }
}
