package org.breakwater.core.review.policy;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.breakwater.core.json.JsonDocument;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.json.JsonObject;
import org.breakwater.core.json.JsonPrinter;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.json.WrittenObject;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// A person's policy as a JSON document that people read and edit. Whoever edits the file can write any time into it:
/// the time until an entry counts protects a person from being hurried, not from themselves.
public final class PolicyFormat {

    public static final String FORMAT = "breakwater.review-policy";

    /// The version of the format that is written.
    public static final int VERSION = 2;

    /// How large a document may be.
    public static final JsonLimits LIMITS = new JsonLimits(4 << 20, 5, 4_000, 80_000);

    /// Without refunds and without a record of changes.
    private static final int FIRST = 1;

    private static final List<String> FIRST_FIELDS = List.of("format", "version", "code", "denied", "secondPerson");
    private static final List<String> FIELDS = List.of(
            "format",
            "version",
            "code",
            "refunds",
            "denied",
            "pardons",
            "secondPerson",
            "waivers",
            "before",
            "changes");
    private static final List<String> CODE = List.of("contract", "codeHash", "why", "since");
    private static final List<String> REFUND = List.of("receiver", "token", "most", "why", "since");
    private static final List<String> END = List.of("of", "since");
    private static final List<String> CHANGE = List.of("at", "what", "policy", "link");

    private PolicyFormat() {}

    public static String document(PersonalPolicy policy) {
        return JsonPrinter.indented(written(policy)
                        .text("before", policy.history().before().toString())
                        .items(
                                "changes",
                                policy.history().changes().stream()
                                        .map(PolicyFormat::change)
                                        .toList())
                        .value())
                + "\n";
    }

    /// What a policy says, without how it came to say it.
    static String content(PersonalPolicy policy) {
        return JsonPrinter.compact(written(policy).value());
    }

    private static WrittenObject written(PersonalPolicy policy) {
        return new WrittenObject()
                .text("format", FORMAT)
                .whole("version", VERSION)
                .items("code", policy.code().stream().map(PolicyFormat::code).toList())
                .items(
                        "refunds",
                        policy.refunds().stream().map(PolicyFormat::refund).toList())
                .items("denied", texts(policy.denied()))
                .items("pardons", ends(policy.pardons()))
                .items("secondPerson", texts(policy.secondPerson()))
                .items("waivers", ends(policy.waivers()));
    }

    private static <T extends Comparable<? super T>> List<JsonValue> texts(Set<T> entries) {
        return entries.stream()
                .sorted()
                .map(entry -> WrittenObject.textValue(entry.toString()))
                .toList();
    }

    private static <T extends Comparable<? super T>> List<JsonValue.Fields> ends(Map<T, Instant> ends) {
        return ends.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(end -> new WrittenObject()
                        .text("of", end.getKey().toString())
                        .text("since", end.getValue().toString())
                        .value())
                .toList();
    }

    private static JsonValue code(AllowedCode allowed) {
        return new WrittenObject()
                .text("contract", allowed.contract().toString())
                .text("codeHash", allowed.codeHash().toString())
                .text("why", allowed.why())
                .text("since", allowed.since().toString())
                .value();
    }

    private static JsonValue refund(AllowedRefund allowed) {
        return new WrittenObject()
                .text("receiver", allowed.receiver().toString())
                .text("token", allowed.token().toString())
                .text("most", allowed.most().toString())
                .text("why", allowed.why())
                .text("since", allowed.since().toString())
                .value();
    }

    private static JsonValue change(PolicyChange change) {
        return new WrittenObject()
                .text("at", change.at().toString())
                .text("what", change.what())
                .text("policy", change.policy().toString())
                .text("link", change.link().toString())
                .value();
    }

    /// @throws ProblemException where anything in it is unknown, doubled or malformed
    public static PersonalPolicy read(JsonDocument document) throws ProblemException {
        var root = document.object();
        if (!root.text("format").equals(FORMAT)) {
            throw document.refused(root.field("format").line(), "it is no " + FORMAT);
        }
        var version = root.field("version");
        var first = isVersion(version, FIRST);
        if (!first && !isVersion(version, VERSION)) {
            throw document.refused(version.line(), "its format is of another version than " + VERSION);
        }
        root.only(first ? FIRST_FIELDS : FIELDS);
        try {
            return first
                    ? new PersonalPolicy(code(root), denied(root), secondPerson(root))
                    : new PersonalPolicy(
                            code(root),
                            refunds(root),
                            denied(root),
                            ends(root, "pardons", Address::parse),
                            secondPerson(root),
                            ends(root, "waivers", CheckId::valueOf),
                            history(root));
        } catch (IllegalArgumentException refused) {
            throw document.refused(root.line(), String.valueOf(refused.getMessage()));
        }
    }

    private static boolean isVersion(JsonValue value, int version) {
        return value instanceof JsonValue.Whole(var _, var number) && number.equals(BigInteger.valueOf(version));
    }

    private static List<AllowedRefund> refunds(JsonObject root) throws ProblemException {
        var refunds = new ArrayList<AllowedRefund>();
        for (var entry : root.objects("refunds")) {
            entry.only(REFUND);
            try {
                refunds.add(new AllowedRefund(
                        Address.parse(entry.text("receiver")),
                        Address.parse(entry.text("token")),
                        amount(entry.text("most")),
                        entry.text("why"),
                        Instant.parse(entry.text("since"))));
            } catch (IllegalArgumentException | DateTimeException malformed) {
                throw root.document().refused(entry.line(), String.valueOf(malformed.getMessage()));
            }
        }
        return refunds;
    }

    private static BigInteger amount(String text) {
        if (!text.matches("[1-9][0-9]{0,77}")) {
            throw new IllegalArgumentException("an amount has 1 to 78 digits");
        }
        return new BigInteger(text);
    }

    private static <T> Map<T, Instant> ends(JsonObject root, String field, Function<String, T> reading)
            throws ProblemException {
        var ends = new HashMap<T, Instant>();
        for (var entry : root.objects(field)) {
            entry.only(END);
            try {
                if (ends.put(reading.apply(entry.text("of")), Instant.parse(entry.text("since"))) != null) {
                    throw new IllegalArgumentException("it is there twice");
                }
            } catch (IllegalArgumentException | DateTimeException malformed) {
                throw root.document().refused(entry.line(), String.valueOf(malformed.getMessage()));
            }
        }
        return ends;
    }

    private static PolicyHistory history(JsonObject root) throws ProblemException {
        var changes = new ArrayList<PolicyChange>();
        for (var entry : root.objects("changes")) {
            entry.only(CHANGE);
            try {
                changes.add(new PolicyChange(
                        Instant.parse(entry.text("at")),
                        entry.text("what"),
                        Hash32.fromHex(entry.text("policy")),
                        Hash32.fromHex(entry.text("link"))));
            } catch (IllegalArgumentException | DateTimeException malformed) {
                throw root.document().refused(entry.line(), String.valueOf(malformed.getMessage()));
            }
        }
        return new PolicyHistory(Hash32.fromHex(root.text("before")), changes, Optional.empty());
    }

    private static List<AllowedCode> code(JsonObject root) throws ProblemException {
        var code = new ArrayList<AllowedCode>();
        for (var entry : root.objects("code")) {
            entry.only(CODE);
            try {
                code.add(new AllowedCode(
                        Address.parse(entry.text("contract")),
                        Hash32.fromHex(entry.text("codeHash")),
                        entry.text("why"),
                        Instant.parse(entry.text("since"))));
            } catch (IllegalArgumentException | DateTimeException malformed) {
                throw root.document().refused(entry.line(), String.valueOf(malformed.getMessage()));
            }
        }
        return code;
    }

    private static Set<Address> denied(JsonObject root) throws ProblemException {
        var denied = new HashSet<Address>();
        for (var text : texts(root, "denied")) {
            try {
                if (!denied.add(Address.parse(text.value()))) {
                    throw root.document().refused(text.line(), "it is there twice");
                }
            } catch (IllegalArgumentException noAddress) {
                throw root.document().refused(text.line(), String.valueOf(noAddress.getMessage()));
            }
        }
        return denied;
    }

    private static Set<CheckId> secondPerson(JsonObject root) throws ProblemException {
        var checks = new HashSet<CheckId>();
        for (var text : texts(root, "secondPerson")) {
            try {
                checks.add(CheckId.valueOf(text.value()));
            } catch (IllegalArgumentException unknown) {
                throw root.document().refused(text.line(), "there is no such check");
            }
        }
        return checks;
    }

    private static List<JsonValue.Text> texts(JsonObject root, String field) throws ProblemException {
        if (!(root.field(field) instanceof JsonValue.Items(var line, var items))) {
            throw root.document().refused(root.field(field).line(), "it is no list");
        }
        var texts = new ArrayList<JsonValue.Text>();
        for (var item : items) {
            if (!(item instanceof JsonValue.Text text)) {
                throw root.document().refused(line, "one of its entries is no text");
            }
            texts.add(text);
        }
        return texts;
    }
}
