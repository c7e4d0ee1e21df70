package org.breakwater.adapters.signer.keystore;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.breakwater.core.json.JsonDocument;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.json.JsonObject;
import org.breakwater.core.json.JsonPrinter;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.json.WrittenObject;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Quotation;

/// Keystore files of version 3 (Web3 Secret Storage Definition). What a file asks for is compared with bounds while it
/// is read, before anything is derived.
final class KeystoreFormat {

    static final JsonLimits LIMITS = new JsonLimits(64 << 10, 6, 16 << 10, 500);

    private static final int VERSION = 3;
    private static final String CIPHER = "aes-128-ctr";
    private static final String PSEUDO_RANDOM = "hmac-sha256";

    private KeystoreFormat() {}

    static String document(SealedKey key) {
        var derivation = key.derivation();
        var crypto = new WrittenObject()
                .text("cipher", CIPHER)
                .with(
                        "cipherparams",
                        new WrittenObject().text("iv", digits(key.initial())).value())
                .text("ciphertext", digits(key.encrypted()))
                .text("kdf", derivation.function())
                .with(
                        "kdfparams",
                        derivation
                                .parameters()
                                .whole("dklen", KeyDerivation.LENGTH)
                                .text("salt", digits(derivation.salt()))
                                .value())
                .text("mac", digits(key.proof()));
        var file = new WrittenObject();
        key.address().ifPresent(address -> file.text("address", digits(address.bytes())));
        return JsonPrinter.indented(file.with("crypto", crypto.value())
                        .text("id", key.id().toString())
                        .whole("version", VERSION)
                        .value())
                + "\n";
    }

    private static String digits(Bytes bytes) {
        return bytes.toHex().substring(2);
    }

    static SealedKey read(JsonDocument document) throws ProblemException {
        var file = document.object();
        requireVersion(file);
        // Some programs write the name with a capital letter.
        var crypto = file.object(file.all().containsKey("Crypto") ? "Crypto" : "crypto");
        require(crypto, "cipher", CIPHER);
        try {
            return new SealedKey(
                    address(file),
                    id(file),
                    bytes(crypto.object("cipherparams"), "iv"),
                    bytes(crypto, "ciphertext"),
                    derivation(crypto),
                    bytes(crypto, "mac"));
        } catch (IllegalArgumentException outOfBounds) {
            throw document.refused(crypto.line(), String.valueOf(outOfBounds.getMessage()));
        }
    }

    private static void requireVersion(JsonObject file) throws ProblemException {
        if (number(file, "version") != VERSION) {
            throw file.document().refused(file.field("version").line(), "this is no keystore of version " + VERSION);
        }
    }

    private static void require(JsonObject object, String field, String wanted) throws ProblemException {
        var stated = object.text(field);
        if (!stated.equals(wanted)) {
            throw object.document()
                    .refused(
                            object.field(field).line(),
                            "its " + field + " is " + Quotation.of(stated) + ", and only " + wanted + " is read");
        }
    }

    private static KeyDerivation derivation(JsonObject crypto) throws ProblemException {
        var parameters = crypto.object("kdfparams");
        var length = number(parameters, "dklen");
        if (length != KeyDerivation.LENGTH) {
            throw new IllegalArgumentException("dklen is " + KeyDerivation.LENGTH + ", not " + length);
        }
        var function = crypto.text("kdf");
        return switch (function) {
            case "scrypt" ->
                new KeyDerivation.Scrypt(
                        number(parameters, "n"),
                        number(parameters, "r"),
                        number(parameters, "p"),
                        bytes(parameters, "salt"));
            case "pbkdf2" -> {
                require(parameters, "prf", PSEUDO_RANDOM);
                yield new KeyDerivation.Pbkdf2(number(parameters, "c"), bytes(parameters, "salt"));
            }
            default ->
                throw new IllegalArgumentException(
                        Quotation.of(function) + " is no derivation that is known: scrypt and pbkdf2 are");
        };
    }

    private static Optional<Address> address(JsonObject file) throws ProblemException {
        if (!(file.all().get("address") instanceof JsonValue.Text(var _, var text)) || text.isEmpty()) {
            return Optional.empty();
        }
        var digits = text.startsWith("0x") ? text : "0x" + text;
        return Optional.of(Address.parse(digits.toLowerCase(Locale.ROOT)));
    }

    private static UUID id(JsonObject file) {
        try {
            return file.all().get("id") instanceof JsonValue.Text(var _, var text)
                    ? UUID.fromString(text)
                    : new UUID(0, 0);
        } catch (IllegalArgumentException ofNoConsequence) {
            return new UUID(0, 0);
        }
    }

    private static Bytes bytes(JsonObject object, String field) throws ProblemException {
        var text = object.text(field);
        try {
            return Bytes.parse(text.startsWith("0x") ? text : "0x" + text);
        } catch (IllegalArgumentException malformed) {
            throw object.document()
                    .refused(object.field(field).line(), Quotation.of(field) + ": " + malformed.getMessage());
        }
    }

    private static int number(JsonObject object, String field) throws ProblemException {
        if (object.field(field) instanceof JsonValue.Whole(var _, var number)
                && number.signum() >= 0
                && number.bitLength() < Integer.SIZE) {
            return number.intValueExact();
        }
        throw object.document()
                .refused(object.field(field).line(), Quotation.of(field) + " is no number that it can be");
    }
}
