package org.breakwater.core.compose;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.safe.SafeCall;

/// A call as a person has written it so far: a template and what stands in its inputs, finished or not.
public record WrittenCall(Template template, Map<Input, String> values) {

    /// How many characters one input may have: those of the longest calldata, and of a large interface.
    public static final int MOST_CHARACTERS = 2 << 20;

    public WrittenCall {
        for (var value : values.entrySet()) {
            if (!template.inputs().contains(value.getKey())) {
                throw new IllegalArgumentException(template.title() + " has no input " + value.getKey());
            }
            if (value.getValue().length() > MOST_CHARACTERS) {
                throw new IllegalArgumentException("an input has at most " + MOST_CHARACTERS + " characters");
            }
        }
        var ordered = new EnumMap<Input, String>(Input.class);
        ordered.putAll(values);
        values = Collections.unmodifiableMap(ordered);
    }

    /// With nothing written.
    public static WrittenCall empty(Template template) {
        return new WrittenCall(template, Map.of());
    }

    /// An ordinary call that was read from elsewhere.
    public static WrittenCall of(SafeCall call) {
        var written = empty(Template.CALL_WITH_DATA)
                .with(Input.TARGET, call.to().toString())
                .with(Input.DATA, call.data().toHex());
        return call.value().signum() == 0
                ? written
                : written.with(
                        Input.ETHER,
                        new BigDecimal(call.value(), 18).stripTrailingZeros().toPlainString());
    }

    /// What stands in an input; empty for nothing but spaces.
    public Optional<String> value(Input input) {
        return Optional.ofNullable(values.get(input)).filter(text -> !text.isBlank());
    }

    public String text(Input input) {
        return values.getOrDefault(input, "");
    }

    /// With another text in an input.
    public WrittenCall with(Input input, String text) {
        var changed = new EnumMap<Input, String>(Input.class);
        changed.putAll(values);
        if (text.isEmpty()) {
            changed.remove(input);
        } else {
            changed.put(input, text);
        }
        return new WrittenCall(template, changed);
    }
}
