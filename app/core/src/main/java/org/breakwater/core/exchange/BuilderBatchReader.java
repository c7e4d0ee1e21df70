package org.breakwater.core.exchange;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.json.JsonDocument;
import org.breakwater.core.json.JsonObject;
import org.breakwater.core.json.JsonTexts;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Quotation;
import org.breakwater.core.value.WrittenNumber;

/// Reads batches of the Safe Transaction Builder (`version` 1.0).
///
/// Where the builder writes calldata, they are taken; where it describes the call, the call is encoded here; where it
/// does both, the two must agree. A description that cannot be encoded refuses the batch: the builder itself makes a
/// plain transfer of it. A checksum may be missing, as scripts leave it out; one that is there must be right.
public final class BuilderBatchReader {

    private static final String META = "meta";
    private static final String METHOD = "contractMethod";
    private static final String INPUTS = "contractInputsValues";
    private static final int MOST_WORDS = 4_000;

    private final MethodReader methods;

    public BuilderBatchReader(JsonTexts texts) {
        this.methods = new MethodReader(texts);
    }

    /// @param chainId of the network that the calls are wanted on
    public BuilderBatch read(JsonDocument document, BigInteger chainId) throws ProblemException {
        var root = document.object();
        root.only(List.of("version", "chainId", "createdAt", META, "transactions"));
        requireVersion(root);
        requireChain(root, chainId);
        requireChecksum(root);
        var meta = root.all().containsKey(META) ? root.object(META) : new JsonObject(document, emptyObject(root));
        var calls = calls(root);
        try {
            return new BuilderBatch(
                    chainId, created(root), words(meta, "name"), words(meta, "description"), safe(meta), calls);
        } catch (IllegalArgumentException bounds) {
            throw document.refused(root.line(), String.valueOf(bounds.getMessage()));
        }
    }

    private static JsonValue.Fields emptyObject(JsonObject root) {
        return new JsonValue.Fields(root.line(), new LinkedHashMap<>());
    }

    private static void requireVersion(JsonObject root) throws ProblemException {
        if (!root.text("version").equals(BuilderBatchFormat.VERSION)) {
            throw root.document()
                    .refused(root.field("version").line(), "this is no batch of version " + BuilderBatchFormat.VERSION);
        }
    }

    private static void requireChain(JsonObject root, BigInteger chainId) throws ProblemException {
        var stated = number(root, "chainId");
        if (!stated.equals(chainId)) {
            throw new ProblemException(new Problem(
                    "The batch in " + Quotation.plain(root.document().name()) + " is for chain " + stated
                            + ", and this is chain " + chainId + ".",
                    "Its addresses may be other contracts here.",
                    "Open it on its own network."));
        }
    }

    private static void requireChecksum(JsonObject root) throws ProblemException {
        if (root.all().get(META) instanceof JsonValue.Fields meta
                && meta.fields().get(BuilderChecksum.FIELD) instanceof JsonValue.Text(var line, var stated)
                && !stated.isEmpty()
                && !BuilderChecksum.isOf(root.fields(), stated)) {
            throw new ProblemException(new Problem(
                    "Line " + line + " of " + Quotation.plain(root.document().name())
                            + ": the checksum is not that of the batch.",
                    "The batch was changed after it was exported.",
                    "Get it again from its author; whoever changed it on purpose leaves the checksum out."));
        }
    }

    private static Instant created(JsonObject root) throws ProblemException {
        if (!root.all().containsKey("createdAt")) {
            return Instant.EPOCH;
        }
        try {
            return Instant.ofEpochMilli(number(root, "createdAt").longValueExact());
        } catch (ArithmeticException | DateTimeException noTime) {
            throw root.document().refused(root.field("createdAt").line(), "this is no time");
        }
    }

    private static Optional<Address> safe(JsonObject meta) throws ProblemException {
        var stated = words(meta, "createdFromSafeAddress");
        return stated.isEmpty() ? Optional.empty() : Optional.of(address(meta, "createdFromSafeAddress"));
    }

    /// What somebody wrote; empty where it is missing or null.
    private static String words(JsonObject meta, String name) throws ProblemException {
        var field = meta.all().get(name);
        if (field == null || field instanceof JsonValue.Nothing) {
            return "";
        }
        var words = meta.text(name);
        if (words.length() > MOST_WORDS) {
            throw meta.document()
                    .refused(field.line(), Quotation.of(name) + " has more than " + MOST_WORDS + " characters");
        }
        return words;
    }

    private List<SafeCall> calls(JsonObject root) throws ProblemException {
        var entries = root.objects("transactions");
        if (entries.size() > BuilderBatch.MOST_CALLS) {
            throw root.document()
                    .refused(
                            root.field("transactions").line(),
                            "there are more than " + BuilderBatch.MOST_CALLS + " calls");
        }
        var calls = new ArrayList<SafeCall>();
        for (var entry : entries) {
            entry.only(List.of("to", "value", "data", METHOD, INPUTS));
            calls.add(new SafeCall(Operation.CALL, address(entry, "to"), number(entry, "value"), data(entry)));
        }
        return calls;
    }

    private Bytes data(JsonObject entry) throws ProblemException {
        var written = written(entry);
        var described = described(entry);
        if (written.isPresent() && described.isPresent() && !written.equals(described)) {
            throw new ProblemException(new Problem(
                    "Line " + entry.line() + " of "
                            + Quotation.plain(entry.document().name())
                            + ": the data are not the call that is described.",
                    "Whoever reads the description sees another call than the one that would be made.",
                    "Do not use it, and ask its author."));
        }
        return written.or(() -> described).orElse(Bytes.EMPTY);
    }

    private static Optional<Bytes> written(JsonObject entry) throws ProblemException {
        if (isMissing(entry, "data") || entry.text("data").isEmpty()) {
            return Optional.empty();
        }
        var data = read(entry, "data", () -> Bytes.parse(entry.text("data")));
        if (data.length() > SafeHashCase.MOST_DATA) {
            throw entry.document()
                    .refused(entry.field("data").line(), "calldata has at most " + SafeHashCase.MOST_DATA + " bytes");
        }
        return Optional.of(data);
    }

    private Optional<Bytes> described(JsonObject entry) throws ProblemException {
        if (isMissing(entry, METHOD)) {
            return Optional.empty();
        }
        var method = entry.object(METHOD);
        if (List.of("", "receive", "fallback").contains(method.text("name"))) {
            return Optional.empty();
        }
        var inputs =
                isMissing(entry, INPUTS) ? new JsonObject(entry.document(), emptyObject(entry)) : entry.object(INPUTS);
        return Optional.of(methods.encode(method, inputs));
    }

    private static boolean isMissing(JsonObject entry, String field) {
        var value = entry.all().get(field);
        return value == null || value instanceof JsonValue.Nothing;
    }

    private static Address address(JsonObject object, String field) throws ProblemException {
        return read(object, field, () -> Address.parse(object.text(field)));
    }

    private static BigInteger number(JsonObject object, String field) throws ProblemException {
        return read(
                object,
                field,
                () -> WrittenNumber.parseUint256(
                        object.field(field) instanceof JsonValue.Whole(var _, var whole)
                                ? whole.toString()
                                : object.text(field)));
    }

    private static <T> T read(JsonObject object, String field, Reading<T> reading) throws ProblemException {
        try {
            return reading.read();
        } catch (IllegalArgumentException malformed) {
            throw object.document()
                    .refused(object.field(field).line(), Quotation.of(field) + ": " + malformed.getMessage());
        }
    }

    /// Reads a field, or refuses it.
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws ProblemException;
    }
}
