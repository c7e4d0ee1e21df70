package org.breakwater.core.compose;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.json.JsonDocument;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.json.JsonObject;
import org.breakwater.core.json.JsonPrinter;
import org.breakwater.core.json.JsonTexts;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.json.WrittenObject;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.WrittenNumber;

/// How a {@link Draft} is kept: a JSON document. What is read is checked as if a stranger had written it.
public final class DraftFormat {

    /// How large a document may be.
    public static final JsonLimits LIMITS =
            new JsonLimits(32 << 20, 6, WrittenCall.MOST_CHARACTERS, 40L * Draft.MOST_CALLS);

    private static final String NAME = "the draft";
    private static final List<String> FIELDS = List.of("chainId", "safe", "nonce", "text", "reviewed", "calls");
    private static final List<String> CALL = List.of("template", "inputs");

    private DraftFormat() {}

    /// The document; number and time are kept beside it.
    public static String document(Draft draft) {
        var calls = new ArrayList<JsonValue>();
        for (var call : draft.calls()) {
            var inputs = new WrittenObject();
            call.values().forEach((input, text) -> inputs.text(input.name(), text));
            calls.add(new WrittenObject()
                    .text("template", call.template().name())
                    .with("inputs", inputs.value())
                    .value());
        }
        return JsonPrinter.compact(new WrittenObject()
                .text("chainId", draft.chainId().toString())
                .text("safe", draft.safe().toString())
                .text("nonce", draft.nonce().map(BigInteger::toString).orElse(""))
                .text("text", draft.text())
                .text("reviewed", draft.reviewed().map(Hash32::toString).orElse(""))
                .items("calls", calls)
                .value());
    }

    public static Draft read(JsonTexts texts, long id, Instant changed, String document) throws ProblemException {
        var root = texts.parse(NAME, document, LIMITS).object();
        root.only(FIELDS);
        var calls = new ArrayList<WrittenCall>();
        for (var entry : root.objects("calls")) {
            calls.add(call(entry));
        }
        try {
            return new Draft(
                    id,
                    WrittenNumber.parseUint256(root.text("chainId")),
                    Address.parse(root.text("safe")),
                    written(root, "nonce").map(WrittenNumber::parseUint256),
                    calls,
                    root.all().containsKey("text") ? root.text("text") : "", // drafts of a Safe once had none
                    changed,
                    written(root, "reviewed").map(Hash32::fromHex));
        } catch (IllegalArgumentException malformed) {
            throw refused(root.document(), root.line(), malformed);
        }
    }

    private static Optional<String> written(JsonObject object, String field) throws ProblemException {
        return Optional.of(object.text(field)).filter(text -> !text.isEmpty());
    }

    private static WrittenCall call(JsonObject entry) throws ProblemException {
        entry.only(CALL);
        var name = entry.text("template");
        var template = Arrays.stream(Template.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> entry.document().refused(entry.line(), "there is no template of that name"));
        var inputs = entry.object("inputs");
        var values = new EnumMap<Input, String>(Input.class);
        for (var field : inputs.all().keySet()) {
            var input = template.inputs().stream()
                    .filter(one -> one.name().equals(field))
                    .findFirst()
                    .orElseThrow(() -> entry.document().refused(entry.line(), "the template has no such input"));
            values.put(input, inputs.text(field));
        }
        try {
            return new WrittenCall(template, values);
        } catch (IllegalArgumentException tooLong) {
            throw refused(entry.document(), entry.line(), tooLong);
        }
    }

    private static ProblemException refused(JsonDocument document, int line, IllegalArgumentException why) {
        return document.refused(line, String.valueOf(why.getMessage()));
    }
}
