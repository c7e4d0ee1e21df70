package org.breakwater.core.review.request;

import java.math.BigInteger;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breakwater.core.json.JsonDocument;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.json.JsonObject;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.request.Told.ToldArgument;
import org.breakwater.core.review.request.Told.ToldCall;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.ServedTransaction.Confirmation;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Quotation;
import org.breakwater.core.value.WrittenNumber;

/// A transaction in a JSON document: the fields of a `SafeTx`, a service's description of one (`GET
/// /v2/multisig-transactions/{hash}/` of the Safe transaction service), which has the same fields and more, or a file
/// in
/// which this program hands a transaction on (`breakwater.safe-transaction`), which has them inside.
///
/// What gas and refund fields are left out are zero, as wallets have them.
///
/// @param told what the document says besides the fields
public record TransactionDocument(SafeTransaction transaction, Told told) {

    /// How large a document may be.
    public static final JsonLimits LIMITS = new JsonLimits(8 << 20, 32, 2 * SafeHashCase.MOST_DATA + 2, 500_000);

    private static final String INSIDE = "transaction";
    private static final int MOST_CONFIRMATIONS = 1_000;
    private static final int MOST_ARGUMENTS = 1_000;

    /// @throws ProblemException where a field is not what it should be
    public static TransactionDocument read(JsonDocument document) throws ProblemException {
        var told = document.object();
        return isHandedOn(told)
                ? new Reading(told, told.object(INSIDE), "signatures").read()
                : new Reading(told, told, "confirmations").read();
    }

    private static boolean isHandedOn(JsonObject document) {
        return document.all().containsKey("format") && document.all().containsKey(INSIDE);
    }

    /// Reads one transaction.
    private static final class Reading {

        private final JsonObject outside;
        private final JsonObject object;
        private final String signatures;
        private final List<String> miswritten = new ArrayList<>();

        /// @param outside where what is told of the transaction stands
        /// @param object with the fields
        /// @param signatures the name of the field with the signatures
        Reading(JsonObject outside, JsonObject object, String signatures) {
            this.outside = outside;
            this.object = object;
            this.signatures = signatures;
        }

        TransactionDocument read() throws ProblemException {
            var transaction = new SafeTransaction(
                    address("to").orElse(Address.ZERO),
                    number("value").orElse(BigInteger.ZERO),
                    data(),
                    operation(),
                    number("safeTxGas").orElse(BigInteger.ZERO),
                    number("baseGas").orElse(BigInteger.ZERO),
                    number("gasPrice").orElse(BigInteger.ZERO),
                    address("gasToken").orElse(Address.ZERO),
                    address("refundReceiver").orElse(Address.ZERO),
                    number("nonce").orElseThrow(() -> refused("nonce", "it is missing")));
            if (!object.all().containsKey("to")) {
                throw refused("to", "it is missing");
            }
            var told = new Told(
                    number(outside, "chainId"),
                    address(outside, "safe"),
                    plain("safeVersion").or(() -> plain("version")),
                    hash("safeTxHash").or(() -> plain("contractTransactionHash").flatMap(Reading::hash32)),
                    address(outside, "proposer"),
                    address(outside, "proposedByDelegate").isPresent(),
                    decoded(),
                    confirmations(),
                    miswritten,
                    Optional.empty(),
                    Optional.empty());
            return new TransactionDocument(transaction, told);
        }

        private ProblemException refused(String field, String why) {
            var value = Optional.ofNullable(object.all().get(field))
                    .orElseGet(() -> outside.all().get(field));
            return object.document()
                    .refused(value == null ? object.line() : value.line(), Quotation.of(field) + ": " + why);
        }

        /// What is written for a field; nothing where it is left out or `null`.
        private Optional<String> text(String field) throws ProblemException {
            return written(object, field);
        }

        private Optional<String> written(JsonObject of, String field) throws ProblemException {
            return switch (of.all().get(field)) {
                case null -> Optional.empty();
                case JsonValue.Nothing _ -> Optional.empty();
                case JsonValue.Text(var _, var text) -> Optional.of(text);
                case JsonValue.Whole(var _, var number) -> Optional.of(number.toString());
                case JsonValue.Flag _, JsonValue.Items _, JsonValue.Fields _ ->
                    throw refused(field, "it is neither a text nor a whole number");
            };
        }

        /// A field that others may use for something else.
        private Optional<String> plain(String field) {
            return outside.all().get(field) instanceof JsonValue.Text(var _, var text)
                    ? Optional.of(text)
                    : Optional.empty();
        }

        private Optional<BigInteger> number(String field) throws ProblemException {
            return number(object, field);
        }

        private Optional<BigInteger> number(JsonObject of, String field) throws ProblemException {
            var written = written(of, field);
            try {
                return written.map(WrittenNumber::parseUint256);
            } catch (IllegalArgumentException noNumber) {
                throw refused(field, String.valueOf(noNumber.getMessage()));
            }
        }

        private Optional<Address> address(String field) throws ProblemException {
            return address(object, field);
        }

        private Optional<Address> address(JsonObject of, String field) throws ProblemException {
            var written = written(of, field);
            return written.isEmpty() ? Optional.empty() : Optional.of(account(of, field, written.get()));
        }

        /// An address with a wrong checksum is read all the same, and told.
        private Address account(JsonObject of, String field, String written) throws ProblemException {
            try {
                return Address.parse(written);
            } catch (IllegalArgumentException refused) {
                if (written.matches("0x[0-9a-fA-F]{40}")) {
                    miswritten.add(written);
                    return Address.parse(written.toLowerCase(Locale.ROOT));
                }
                var value = of.all().get(field);
                throw object.document()
                        .refused(
                                value == null ? of.line() : value.line(),
                                Quotation.of(field) + ": " + refused.getMessage());
            }
        }

        private Bytes data() throws ProblemException {
            var written = text("data").orElse("0x");
            try {
                var data = Bytes.parse(written);
                if (data.length() > SafeHashCase.MOST_DATA) {
                    throw refused("data", "it is longer than " + SafeHashCase.MOST_DATA + " bytes");
                }
                return data;
            } catch (IllegalArgumentException noBytes) {
                throw refused("data", String.valueOf(noBytes.getMessage()));
            }
        }

        private Operation operation() throws ProblemException {
            var code = number("operation").orElse(BigInteger.ZERO);
            return Optional.of(code)
                    .filter(number -> number.bitLength() < 8)
                    .flatMap(number -> Operation.of(number.intValueExact()))
                    .orElseThrow(() -> refused("operation", "0 is a call, 1 a delegate call; there is no " + code));
        }

        private Optional<Hash32> hash(String field) throws ProblemException {
            var written = written(outside, field);
            if (written.isEmpty()) {
                return Optional.empty();
            }
            var hash = hash32(written.get());
            if (hash.isEmpty()) {
                throw refused(field, "it is no hash of 32 bytes");
            }
            return hash;
        }

        private static Optional<Hash32> hash32(String written) {
            return written.matches("0x[0-9a-fA-F]{64}") ? Optional.of(Hash32.fromHex(written)) : Optional.empty();
        }

        private Optional<ToldCall> decoded() throws ProblemException {
            if (!(outside.all().get("dataDecoded") instanceof JsonValue.Fields fields)) {
                return Optional.empty();
            }
            var call = outside.document().object(fields);
            var arguments = new ArrayList<ToldArgument>();
            if (call.all().get("parameters") instanceof JsonValue.Items(var _, var items)) {
                for (var item : items) {
                    if (arguments.size() >= MOST_ARGUMENTS) {
                        throw refused("dataDecoded", "it has more than " + MOST_ARGUMENTS + " parameters");
                    }
                    arguments.add(argument(outside.document().object(item)));
                }
            }
            return Optional.of(new ToldCall(call.text("method"), arguments));
        }

        private static ToldArgument argument(JsonObject parameter) throws ProblemException {
            return new ToldArgument(
                    parameter.all().get("name") instanceof JsonValue.Text(var _, var name) ? name : "",
                    parameter.text("type"),
                    switch (parameter.all().get("value")) {
                        case JsonValue.Text(var _, var text) -> Optional.of(text);
                        case JsonValue.Whole(var _, var number) -> Optional.of(number.toString());
                        case JsonValue.Flag(var _, var flag) -> Optional.of(Boolean.toString(flag));
                        case null -> Optional.empty();
                        case JsonValue.Nothing _, JsonValue.Items _, JsonValue.Fields _ -> Optional.empty();
                    });
        }

        private List<Confirmation> confirmations() throws ProblemException {
            if (!(outside.all().get(signatures) instanceof JsonValue.Items(var _, var items))) {
                return List.of();
            }
            if (items.size() > MOST_CONFIRMATIONS) {
                throw refused(signatures, "there are more than " + MOST_CONFIRMATIONS);
            }
            var confirmations = new ArrayList<Confirmation>();
            for (var item : items) {
                confirmations.add(confirmation(object.document().object(item)));
            }
            return confirmations;
        }

        private Confirmation confirmation(JsonObject told) throws ProblemException {
            try {
                return new Confirmation(
                        account(told, "owner", told.text("owner")),
                        Bytes.parse(told.text("signature")),
                        submitted(told));
            } catch (IllegalArgumentException noBytes) {
                throw told.document().refused(told.line(), "a signature: " + noBytes.getMessage());
            }
        }

        /// When it was handed in; nothing rests on it.
        private static Instant submitted(JsonObject told) {
            try {
                return told.all().get("submissionDate") instanceof JsonValue.Text(var _, var date)
                        ? Instant.parse(date)
                        : Instant.EPOCH;
            } catch (DateTimeParseException unwritten) {
                return Instant.EPOCH;
            }
        }
    }
}
