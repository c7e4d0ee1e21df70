package org.breakwater.core.shape;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.json.WrittenObject;

/// Writes records as JSON, each in the shape of its type.
public final class Documents {

    /// Numbers above are not exact where JavaScript reads them.
    private static final long LARGEST = (1L << 53) - 1;

    private static final int LINE = 1;

    private static final Map<Class<?>, List<Part>> PARTS = new ConcurrentHashMap<>();

    private Documents() {}

    private record Part(String name, Method accessor, Shape shape) {}

    /// @throws IllegalArgumentException for a value that is not of the shape of its type
    public static JsonValue.Fields of(Record document) {
        return object(document, false);
    }

    private static JsonValue.Fields object(Object document, boolean isVariant) {
        var written = new WrittenObject();
        if (isVariant) {
            written.text("type", Shapes.name(document.getClass()));
        }
        for (var part : PARTS.computeIfAbsent(document.getClass(), Documents::parts)) {
            written.with(part.name(), value(part.shape(), read(part, document)));
        }
        return written.value();
    }

    private static List<Part> parts(Class<?> type) {
        if (!(Shapes.document(type) instanceof Shape.Fields(var _, var fields))) {
            throw new IllegalArgumentException(type + " is no record");
        }
        return Arrays.stream(type.getRecordComponents())
                .map(component -> part(component, fields.get(component.getName())))
                .toList();
    }

    private static Part part(RecordComponent component, Shape.Field field) {
        var accessor = component.getAccessor();
        accessor.setAccessible(true);
        return new Part(component.getName(), accessor, field.shape());
    }

    private static Object read(Part part, Object document) {
        try {
            return part.accessor().invoke(document);
        } catch (IllegalAccessException | InvocationTargetException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static JsonValue value(Shape shape, Object value) {
        return switch (shape) {
            case Shape.Flag _ -> new JsonValue.Flag(LINE, (Boolean) value);
            case Shape.Whole _ -> new JsonValue.Whole(LINE, whole(((Number) value).longValue()));
            case Shape.Text _ -> WrittenObject.textValue(text(value));
            case Shape.Choice _ -> WrittenObject.textValue(value.toString());
            case Shape.Items(var item) ->
                new JsonValue.Items(
                        LINE,
                        ((List<?>) value)
                                .stream().map(each -> value(item, each)).toList());
            case Shape.Maybe(var inner) -> {
                var maybe = (Optional<?>) value;
                yield maybe.isPresent() ? value(inner, maybe.get()) : new JsonValue.Nothing(LINE);
            }
            case Shape.Named(var type) -> object(value, !type.isRecord());
        };
    }

    private static BigInteger whole(long number) {
        if (number < 0 || number > LARGEST) {
            throw new IllegalArgumentException(number + " is no number that every reader of JSON takes exactly");
        }
        return BigInteger.valueOf(number);
    }

    private static String text(Object value) {
        return value instanceof Long wide ? Long.toUnsignedString(wide) : value.toString();
    }
}
