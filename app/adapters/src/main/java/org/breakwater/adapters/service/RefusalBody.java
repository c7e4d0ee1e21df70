package org.breakwater.adapters.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import okhttp3.Response;
import org.breakwater.adapters.ethereum.download.ShownWords;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.service.ServiceRefusal;
import org.breakwater.core.service.ServiceRefusal.Reason;
import org.jspecify.annotations.Nullable;

/// What a service writes when it says no. It has six ways: words under the name of a field, `nonFieldErrors`, `detail`,
/// a bare list, `code` with `message`, and `exception`. Anything else counts as no reason given.
final class RefusalBody {

    private static final long MOST_BYTES = 1 << 16;
    private static final JsonLimits LIMITS = new JsonLimits(MOST_BYTES, 8, 1 << 14, 2_000);
    private static final int MOST_REASONS = 10;
    private static final int MOST_FIELD = 60;

    /// Names of fields that are no fields of what was sent.
    private static final List<String> GENERAL =
            List.of("nonFieldErrors", "non_field_errors", "detail", "message", "exception");

    /// Beside the words, and none themselves.
    private static final List<String> BESIDE = List.of("code", "arguments", "trace");

    private RefusalBody() {}

    static ServiceRefusal read(Response answer) throws IOException {
        var source = answer.body().source();
        var whole = !source.request(MOST_BYTES + 1);
        return whole ? read(source.readString(StandardCharsets.UTF_8)) : none();
    }

    static ServiceRefusal read(String text) {
        try {
            return read(JsonText.parse("the refusal", text, LIMITS).root());
        } catch (ProblemException noJson) {
            return none();
        }
    }

    private static ServiceRefusal none() {
        return new ServiceRefusal(OptionalInt.empty(), List.of());
    }

    private static ServiceRefusal read(JsonValue root) {
        var reasons = new ArrayList<Reason>();
        var code = OptionalInt.empty();
        if (root instanceof JsonValue.Fields(var _, var fields)) {
            for (var field : fields.entrySet()) {
                if (!BESIDE.contains(field.getKey())) {
                    add(reasons, GENERAL.contains(field.getKey()) ? "" : field.getKey(), field.getValue());
                }
            }
            code = code(fields.get("code"));
        } else {
            add(reasons, "", root);
        }
        return new ServiceRefusal(code, reasons);
    }

    private static OptionalInt code(@Nullable JsonValue value) {
        return value instanceof JsonValue.Whole(var _, var number) && number.bitLength() < Integer.SIZE
                ? OptionalInt.of(number.intValueExact())
                : OptionalInt.empty();
    }

    private static void add(List<Reason> reasons, String field, JsonValue value) {
        switch (value) {
            case JsonValue.Text(var _, var words) -> {
                if (reasons.size() < MOST_REASONS) {
                    reasons.add(new Reason(shown(field), ShownWords.of(words)));
                }
            }
            case JsonValue.Items(var _, var items) -> items.forEach(item -> add(reasons, field, item));
            case JsonValue.Fields(var _, var fields) ->
                fields.forEach((name, inner) -> add(reasons, field.isEmpty() ? name : field + "." + name, inner));
            case JsonValue.Whole _, JsonValue.Flag _, JsonValue.Nothing _ -> {}
        }
    }

    private static String shown(String field) {
        return field.isEmpty() ? "" : ShownWords.of(field.substring(0, Math.min(MOST_FIELD, field.length())));
    }
}
