package org.breakwater.core.review.policy;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /// The version of the format that is written, and the only one that is read.
    public static final int VERSION = 1;

    /// How large a document may be.
    public static final JsonLimits LIMITS = new JsonLimits(2 << 20, 4, 4_000, 40_000);

    private static final List<String> FIELDS = List.of("format", "version", "code", "denied", "secondPerson");
    private static final List<String> CODE = List.of("contract", "codeHash", "why", "since");

    private PolicyFormat() {}

    public static String document(PersonalPolicy policy) {
        return JsonPrinter.indented(new WrittenObject()
                        .text("format", FORMAT)
                        .whole("version", VERSION)
                        .items(
                                "code",
                                policy.code().stream().map(PolicyFormat::code).toList())
                        .items(
                                "denied",
                                policy.denied().stream()
                                        .sorted()
                                        .map(account -> WrittenObject.textValue(account.toString()))
                                        .toList())
                        .items(
                                "secondPerson",
                                policy.secondPerson().stream()
                                        .sorted()
                                        .map(id -> WrittenObject.textValue(id.name()))
                                        .toList())
                        .value())
                + "\n";
    }

    private static JsonValue code(AllowedCode allowed) {
        return new WrittenObject()
                .text("contract", allowed.contract().toString())
                .text("codeHash", allowed.codeHash().toString())
                .text("why", allowed.why())
                .text("since", allowed.since().toString())
                .value();
    }

    /// @throws ProblemException where anything in it is unknown, doubled or malformed
    public static PersonalPolicy read(JsonDocument document) throws ProblemException {
        var root = document.object();
        root.only(FIELDS);
        if (!root.text("format").equals(FORMAT)) {
            throw document.refused(root.field("format").line(), "it is no " + FORMAT);
        }
        if (!(root.field("version") instanceof JsonValue.Whole(var _, var number))
                || !number.equals(BigInteger.valueOf(VERSION))) {
            throw document.refused(root.field("version").line(), "its format is of another version than " + VERSION);
        }
        try {
            return new PersonalPolicy(code(root), denied(root), secondPerson(root));
        } catch (IllegalArgumentException refused) {
            throw document.refused(root.line(), String.valueOf(refused.getMessage()));
        }
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
