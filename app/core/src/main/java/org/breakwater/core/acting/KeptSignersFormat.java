package org.breakwater.core.acting;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.acting.ExternalProgram.Dialect;
import org.breakwater.core.json.JsonDocument;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.json.JsonObject;
import org.breakwater.core.json.JsonPrinter;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.json.WrittenObject;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;

/// Who signs on this machine as a JSON document. It holds no key and no passphrase. What is read is what would be
/// written, or it is refused.
public final class KeptSignersFormat {

    public static final String FORMAT = "breakwater.signers";

    /// The version of the format that is written, and the only one that is read.
    public static final int VERSION = 1;

    /// How large a document may be.
    public static final JsonLimits LIMITS = new JsonLimits(128 << 10, 4, 1_000, 4_000);

    /// What stands for {@link AutoLock.AfterEachSignature}.
    private static final int EACH_SIGNATURE = 0;

    private static final List<String> FIELDS = List.of("format", "version", "lockAfterMinutes", "signers");
    private static final List<String> KEYSTORE = List.of("address", "name", "means");
    private static final List<String> EXTERNAL = List.of("address", "name", "means", "endpoint", "dialect");
    private static final String BY_KEYSTORE = "keystore";
    private static final String BY_PROGRAM = "external";

    private KeptSignersFormat() {}

    public static String document(KeptSigners kept) {
        return JsonPrinter.indented(new WrittenObject()
                        .text("format", FORMAT)
                        .whole("version", VERSION)
                        .whole("lockAfterMinutes", minutes(kept.autoLock()))
                        .items(
                                "signers",
                                kept.signers().stream()
                                        .map(KeptSignersFormat::signer)
                                        .toList())
                        .value())
                + "\n";
    }

    private static int minutes(AutoLock autoLock) {
        return switch (autoLock) {
            case AutoLock.AfterIdle(var minutes) -> minutes;
            case AutoLock.AfterEachSignature _ -> EACH_SIGNATURE;
        };
    }

    private static JsonValue signer(KeptSigner signer) {
        var written = new WrittenObject()
                .text("address", signer.address().toString())
                .text("name", signer.name())
                .text("means", signer.program().isPresent() ? BY_PROGRAM : BY_KEYSTORE);
        signer.program()
                .ifPresent(program -> written.text("endpoint", program.endpoint())
                        .text("dialect", program.dialect().name()));
        return written.value();
    }

    /// @param text that the document was read from
    /// @throws ProblemException where it is not as {@link #document} writes it
    public static KeptSigners read(JsonDocument document, String text) throws ProblemException {
        var kept = read(document);
        if (!document(kept).equals(text)) {
            throw document.refused(document.root().line(), "it is not as this program writes it");
        }
        return kept;
    }

    private static KeptSigners read(JsonDocument document) throws ProblemException {
        var root = document.object();
        root.only(FIELDS);
        if (!root.text("format").equals(FORMAT)) {
            throw document.refused(root.field("format").line(), "it is no " + FORMAT);
        }
        if (number(root, "version") != VERSION) {
            throw document.refused(root.field("version").line(), "its format is of another version than " + VERSION);
        }
        var signers = new ArrayList<KeptSigner>();
        for (var entry : root.objects("signers")) {
            signers.add(signer(entry));
        }
        try {
            var minutes = number(root, "lockAfterMinutes");
            return new KeptSigners(
                    signers,
                    minutes == EACH_SIGNATURE ? new AutoLock.AfterEachSignature() : new AutoLock.AfterIdle(minutes));
        } catch (IllegalArgumentException refused) {
            throw document.refused(root.line(), String.valueOf(refused.getMessage()));
        }
    }

    private static int number(JsonObject root, String field) throws ProblemException {
        if (root.field(field) instanceof JsonValue.Whole(var _, BigInteger number)
                && number.signum() >= 0
                && number.bitLength() < Integer.SIZE) {
            return number.intValueExact();
        }
        throw root.document().refused(root.field(field).line(), field + " is no number that it can be");
    }

    private static KeptSigner signer(JsonObject entry) throws ProblemException {
        var means = entry.text("means");
        try {
            var address = Address.parse(entry.text("address"));
            return switch (means) {
                case BY_KEYSTORE -> {
                    entry.only(KEYSTORE);
                    yield new KeptSigner(address, entry.text("name"), Optional.empty());
                }
                case BY_PROGRAM -> {
                    entry.only(EXTERNAL);
                    yield new KeptSigner(
                            address,
                            entry.text("name"),
                            Optional.of(new ExternalProgram(
                                    entry.text("endpoint"), Dialect.valueOf(entry.text("dialect")))));
                }
                default -> throw new IllegalArgumentException("there are no such means");
            };
        } catch (IllegalArgumentException malformed) {
            throw entry.document().refused(entry.line(), String.valueOf(malformed.getMessage()));
        }
    }
}
