package org.breakwater.core.exchange;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.json.JsonDocument;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.json.JsonObject;
import org.breakwater.core.json.JsonPrinter;
import org.breakwater.core.json.JsonTexts;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.safe.SafeSignature;
import org.breakwater.core.safe.SignatureBlob;
import org.breakwater.core.safe.SignatureRecovery;
import org.breakwater.core.safe.WrittenFields;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Quotation;

/// Reads what {@link SharedTransactionFormat} writes, and nothing else: what is read is written again to the same
/// document. The hash is computed here and must be the one that is stated; each signature must be its owner's over it,
/// and its owner one of the Safe's. One thing that is wrong refuses the whole.
public final class SharedTransactionReader {

    private static final String PASTED = "the pasted text";

    private final JsonTexts texts;
    private final Optional<SafeOwners> owners;
    private final SignatureRecovery recovery;

    public SharedTransactionReader(JsonTexts texts, SafeOwners owners, SignatureRecovery recovery) {
        this(texts, Optional.of(owners), recovery);
    }

    private SharedTransactionReader(JsonTexts texts, Optional<SafeOwners> owners, SignatureRecovery recovery) {
        this.texts = texts;
        this.owners = owners;
        this.recovery = recovery;
    }

    /// Reads what this machine has kept: hash and signatures are verified again. Who owns the Safe by now is not asked,
    /// as what was kept must be readable without a node, and after an owner has left; a review says it.
    public static SharedTransactionReader ofKept(JsonTexts texts, SignatureRecovery recovery) {
        return new SharedTransactionReader(texts, Optional.empty(), recovery);
    }

    /// Reads a text that was pasted: the document itself, or between its marks.
    public SharedTransaction pasted(String text) throws ProblemException {
        return read(parsed(PASTED, text));
    }

    /// Reads what a file holds, in either form.
    ///
    /// @param name of the file in refusals
    public SharedTransaction read(String name, String text) throws ProblemException {
        return read(parsed(name, text));
    }

    private JsonDocument parsed(String name, String text) throws ProblemException {
        JsonLimits limits = SharedTransactionFormat.LIMITS;
        if (text.length() > 2 * limits.bytes()) {
            throw refused(name, "it is longer than any transaction");
        }
        if (!ArmoredText.isArmored(text)) {
            return texts.parse(name, text, limits);
        }
        try {
            var content = Bytes.of(ArmoredText.content(text));
            var document = content.toText().orElseThrow(() -> refused(name, "it is not text in UTF-8"));
            return texts.parse(name, document, limits);
        } catch (IllegalArgumentException changed) {
            throw refused(name, String.valueOf(changed.getMessage()));
        }
    }

    private static ProblemException refused(String name, String why) {
        return new ProblemException(
                Problem.of("This is no transaction, in " + name + ": " + why + ".", "Get it again from its author."));
    }

    private SharedTransaction read(JsonDocument document) throws ProblemException {
        var root = document.object();
        requireFormat(root);
        requireChecksum(root);
        var subject = SafeHashCase.read(new DocumentFields(root));
        var shared = SharedTransaction.unsigned(subject);
        requireStatedHash(root, shared);
        shared = withSignatures(root, shared);
        shared = withReasons(root, shared);
        if (!JsonPrinter.compact(SharedTransactionFormat.value(shared)).equals(JsonPrinter.compact(root.fields()))) {
            throw document.refused(
                    root.line(), "it is not written as this format is: a field too many, or in another way");
        }
        return shared;
    }

    private static void requireFormat(JsonObject root) throws ProblemException {
        if (!root.text("format").equals(SharedTransactionFormat.FORMAT)) {
            throw root.document().refused(root.field("format").line(), "it is no " + SharedTransactionFormat.FORMAT);
        }
        var version = root.field("version");
        if (!(version instanceof JsonValue.Whole(var _, var number))
                || !number.equals(BigInteger.valueOf(SharedTransactionFormat.VERSION))) {
            throw root.document()
                    .refused(
                            version.line(), "its format is of another version than " + SharedTransactionFormat.VERSION);
        }
    }

    private static void requireChecksum(JsonObject root) throws ProblemException {
        var stated = root.text(SharedTransactionFormat.CHECKSUM);
        var content = SharedTransactionFormat.withoutChecksum(root.all());
        if (!SharedTransactionFormat.checksum(content).toString().equals(stated)) {
            throw root.document()
                    .refused(
                            root.field(SharedTransactionFormat.CHECKSUM).line(),
                            "the checksum is not that of the content: it was changed on its way");
        }
    }

    private static void requireStatedHash(JsonObject root, SharedTransaction shared) throws ProblemException {
        if (!root.text("safeTxHash").equals(shared.hash().toString())) {
            throw root.document()
                    .refused(
                            root.field("safeTxHash").line(),
                            "the fields hash to " + shared.hash() + ", not to what is stated");
        }
    }

    private SharedTransaction withSignatures(JsonObject root, SharedTransaction unsigned) throws ProblemException {
        var entries = root.objects("signatures");
        requireFew(root, "signatures", entries.size(), SharedTransaction.MOST_SIGNATURES);
        var shared = unsigned;
        if (entries.isEmpty()) {
            return shared;
        }
        var present = owners.isPresent()
                ? Optional.of(owners.get().owners(unsigned.subject().domain()))
                : Optional.<List<Address>>empty();
        for (var entry : entries) {
            var signature = signature(entry);
            shared = shared.signed(signature, present.orElseGet(() -> List.of(signature.owner())), recovery);
        }
        return shared;
    }

    private static OwnerSignature signature(JsonObject entry) throws ProblemException {
        try {
            var owner = Address.parse(entry.text("owner"));
            return new OwnerSignature(owner, single(entry, Bytes.parse(entry.text("signature"))));
        } catch (IllegalArgumentException malformed) {
            throw entry.document().refused(entry.line(), String.valueOf(malformed.getMessage()));
        }
    }

    private static SafeSignature single(JsonObject entry, Bytes blob) throws ProblemException {
        return switch (SignatureBlob.parse(blob)) {
            case Decoding.Decoded(var read)
            when read.signatures().size() == 1 -> read.signatures().getFirst();
            case Decoding.Decoded<SignatureBlob> _ ->
                throw entry.document().refused(entry.line(), "the signature is not one signature");
            case Decoding.Refused(var refusal) ->
                throw entry.document().refused(entry.line(), refusal.toString().replaceFirst("\\.$", ""));
        };
    }

    private static SharedTransaction withReasons(JsonObject root, SharedTransaction signed) throws ProblemException {
        var entries = root.objects("reasons");
        requireFew(root, "reasons", entries.size(), SharedTransaction.MOST_REASONS);
        var shared = signed;
        for (var entry : entries) {
            try {
                shared = shared.because(new Reason(entry.text("by"), entry.text("words")));
            } catch (IllegalArgumentException malformed) {
                throw entry.document().refused(entry.line(), String.valueOf(malformed.getMessage()));
            }
        }
        return shared;
    }

    private static void requireFew(JsonObject root, String name, int count, int most) throws ProblemException {
        if (count > most) {
            throw root.document().refused(root.field(name).line(), "there are more than " + most + " " + name);
        }
    }

    /// The Safe's fields, and those of the transaction inside it.
    private record DocumentFields(JsonObject root) implements WrittenFields {

        @Override
        public String text(String field) throws ProblemException {
            if (field.equals("version")) {
                return root.text("safeVersion");
            }
            if (field.equals("operation")
                    && transaction().field(field) instanceof JsonValue.Whole(var _, var operation)) {
                return operation.toString();
            }
            return holder(field).text(field);
        }

        private JsonObject holder(String field) throws ProblemException {
            return SharedTransactionFormat.TRANSACTION.contains(field) ? transaction() : root;
        }

        private JsonObject transaction() throws ProblemException {
            return root.object("transaction");
        }

        @Override
        public ProblemException refused(String field, String why) {
            return root.document().refused(root.line(), Quotation.of(field) + ": " + why);
        }
    }
}
