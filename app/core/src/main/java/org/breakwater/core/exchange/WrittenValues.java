package org.breakwater.core.exchange;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.breakwater.core.abi.AbiType;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.ElementaryType;
import org.breakwater.core.json.JsonTexts;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Quotation;

/// Values of the ABI as people write them into the Safe Transaction Builder: each a text; arrays as `[1, 2]`, with or
/// without quotation marks around their items; arrays of texts and tuples as JSON. Numbers are exact, and a text that
/// the builder would guess at is refused.
final class WrittenValues {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,80}");
    private static final Pattern HEXADECIMAL = Pattern.compile("-?0[xX][0-9a-fA-F]{1,64}");

    private final JsonTexts texts;

    WrittenValues(JsonTexts texts) {
        this.texts = texts;
    }

    /// @throws IllegalArgumentException for anything that is no value of the type
    AbiValue read(AbiType type, JsonValue written) throws ProblemException {
        return switch (written) {
            case JsonValue.Text(var _, var text) -> text(type, text);
            case JsonValue.Whole(var _, var number)
            when type instanceof ElementaryType.Uint || type instanceof ElementaryType.Int ->
                new AbiValue.Whole(number);
            case JsonValue.Flag(var _, var flag) when type instanceof ElementaryType.Bool -> new AbiValue.Flag(flag);
            case JsonValue.Items(var _, var items) -> items(type, items);
            case JsonValue.Fields(var _, var fields)
            when type instanceof AbiType.Tuple(var components) -> {
                if (fields.size() != components.size()) {
                    throw mismatch(type);
                }
                var values = new ArrayList<AbiValue>();
                for (var component : components) {
                    var field = fields.get(component.name());
                    if (field == null) {
                        throw mismatch(type);
                    }
                    values.add(read(component.type(), field));
                }
                yield new AbiValue.Tuple(values);
            }
            case JsonValue.Whole _, JsonValue.Flag _, JsonValue.Nothing _, JsonValue.Fields _ -> throw mismatch(type);
        };
    }

    private AbiValue items(AbiType type, List<JsonValue> items) throws ProblemException {
        return switch (type) {
            case AbiType.Array(var element) -> new AbiValue.Items(all(element, items));
            case AbiType.FixedArray(var element, var length) -> {
                if (items.size() != length) {
                    throw mismatch(type);
                }
                yield new AbiValue.Items(all(element, items));
            }
            case AbiType.Tuple(var components) -> {
                if (items.size() != components.size()) {
                    throw mismatch(type);
                }
                var values = new ArrayList<AbiValue>();
                for (int i = 0; i < items.size(); i++) {
                    values.add(read(components.get(i).type(), items.get(i)));
                }
                yield new AbiValue.Tuple(values);
            }
            case ElementaryType _ -> throw mismatch(type);
        };
    }

    private List<AbiValue> all(AbiType element, List<JsonValue> items) throws ProblemException {
        var values = new ArrayList<AbiValue>();
        for (var item : items) {
            values.add(read(element, item));
        }
        return values;
    }

    private AbiValue text(AbiType type, String text) throws ProblemException {
        return switch (type) {
            case ElementaryType elementary -> elementary(elementary, text);
            case AbiType.Array _, AbiType.FixedArray _, AbiType.Tuple _ ->
                holdsTexts(type)
                        ? read(
                                type,
                                texts.parse("the value", text.strip(), BuilderBatchFormat.LIMITS)
                                        .root())
                        : listed(type, text.strip());
        };
    }

    private static boolean holdsTexts(AbiType type) {
        return switch (type) {
            case ElementaryType elementary -> elementary instanceof ElementaryType.Text;
            case AbiType.Array(var element) -> holdsTexts(element);
            case AbiType.FixedArray(var element, var _) -> holdsTexts(element);
            case AbiType.Tuple _ -> true;
        };
    }

    /// A list whose items hold neither texts nor tuples, so that no comma in it is anything but a separator.
    private AbiValue listed(AbiType type, String text) throws ProblemException {
        return switch (type) {
            case AbiType.Array(var element) -> new AbiValue.Items(list(element, text));
            case AbiType.FixedArray(var element, var length) -> {
                var items = list(element, text);
                if (items.size() != length) {
                    throw mismatch(type);
                }
                yield new AbiValue.Items(items);
            }
            case ElementaryType elementary -> elementary(elementary, unquoted(text));
            case AbiType.Tuple _ -> throw mismatch(type);
        };
    }

    private List<AbiValue> list(AbiType element, String text) throws ProblemException {
        if (!text.startsWith("[") || !text.endsWith("]") || text.length() < 2) {
            throw new IllegalArgumentException("a list stands in square brackets");
        }
        var values = new ArrayList<AbiValue>();
        for (var item : separated(text.substring(1, text.length() - 1))) {
            values.add(listed(element, item.strip()));
        }
        return values;
    }

    private static List<String> separated(String inner) {
        if (inner.isBlank()) {
            return List.of();
        }
        var items = new ArrayList<String>();
        var open = 0;
        var start = 0;
        for (int i = 0; i < inner.length(); i++) {
            var character = inner.charAt(i);
            open += character == '[' ? 1 : character == ']' ? -1 : 0;
            if (open < 0) {
                throw new IllegalArgumentException("a square bracket closes nothing");
            }
            if (character == ',' && open == 0) {
                items.add(inner.substring(start, i));
                start = i + 1;
            }
        }
        items.add(inner.substring(start));
        return items;
    }

    private static String unquoted(String text) {
        for (var mark : List.of("\"", "'")) {
            if (text.length() >= 2 && text.startsWith(mark) && text.endsWith(mark)) {
                return text.substring(1, text.length() - 1);
            }
        }
        return text;
    }

    private static AbiValue elementary(ElementaryType type, String text) {
        return switch (type) {
            case ElementaryType.Uint _, ElementaryType.Int _ -> new AbiValue.Whole(number(text.strip()));
            case ElementaryType.Bool _ -> new AbiValue.Flag(flag(text.strip()));
            case ElementaryType.Address _ -> new AbiValue.Account(Address.parse(text.strip()));
            case ElementaryType.FixedBytes(var length) -> {
                var bytes = Bytes.parse(text.strip());
                if (bytes.length() != length) {
                    throw new IllegalArgumentException("there are " + bytes.length() + " bytes, not " + length);
                }
                yield new AbiValue.Binary(bytes);
            }
            case ElementaryType.DynamicBytes _ -> new AbiValue.Binary(Bytes.parse(text.strip()));
            case ElementaryType.Text _ -> new AbiValue.Text(text);
        };
    }

    private static BigInteger number(String text) {
        if (DECIMAL.matcher(text).matches()) {
            return new BigInteger(text);
        }
        if (HEXADECIMAL.matcher(text).matches()) {
            return new BigInteger(text.replaceFirst("0[xX]", ""), 16);
        }
        throw new IllegalArgumentException(Quotation.of(text) + " is no whole number");
    }

    private static boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException(Quotation.of(text) + " is neither true nor false");
        };
    }

    private static IllegalArgumentException mismatch(AbiType type) {
        return new IllegalArgumentException("this is no value of " + type.canonical());
    }
}
