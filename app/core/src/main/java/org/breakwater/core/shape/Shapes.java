package org.breakwater.core.shape;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.shape.Shape.Form;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Selector;

/// Derives shapes from types: records of records, lists, options, enums, sealed types and values.
public final class Shapes {

    private static final Map<Class<?>, Form> FORMS = Map.of(
            String.class, Form.WORDS,
            BigInteger.class, Form.DECIMAL,
            Address.class, Form.ADDRESS,
            Hash32.class, Form.HASH,
            Bytes.class, Form.BYTES,
            Selector.class, Form.SELECTOR,
            ParameterScope.class, Form.WORDS);

    private static final Map<Class<?>, Shape.Document> DOCUMENTS = new ConcurrentHashMap<>();

    private Shapes() {}

    /// The shape of a type.
    ///
    /// @throws IllegalArgumentException for a type that documents do not have
    public static Shape of(Type type) {
        if (type instanceof ParameterizedType generic) {
            var argument = of(generic.getActualTypeArguments()[0]);
            if (generic.getRawType() == List.class) {
                return new Shape.Items(argument);
            }
            if (generic.getRawType() == Optional.class) {
                return new Shape.Maybe(argument);
            }
        }
        if (type instanceof Class<?> known) {
            return ofClass(known);
        }
        throw new IllegalArgumentException(type + " has no shape");
    }

    private static Shape ofClass(Class<?> type) {
        var form = FORMS.get(type);
        if (form != null) {
            return new Shape.Text(form);
        }
        if (type == boolean.class || type == Boolean.class) {
            return new Shape.Flag();
        }
        if (List.of(int.class, long.class, Integer.class, Long.class).contains(type)) {
            return new Shape.Whole();
        }
        if (type.isEnum()) {
            return new Shape.Choice(
                    type,
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
        }
        if (type.isRecord() || type.isSealed()) {
            return new Shape.Named(type);
        }
        throw new IllegalArgumentException(type + " has no shape");
    }

    /// What is behind the name of a record or sealed type.
    public static Shape.Document document(Class<?> type) {
        var known = DOCUMENTS.get(type);
        if (known != null) {
            return known;
        }
        var made = type.isRecord() ? fields(type) : new Shape.Variants(meaning(type), variants(type));
        DOCUMENTS.put(type, made);
        return made;
    }

    private static Shape.Fields fields(Class<?> type) {
        var fields = new LinkedHashMap<String, Shape.Field>();
        for (var component : type.getRecordComponents()) {
            fields.put(component.getName(), new Shape.Field(meaning(component), shape(component)));
        }
        return new Shape.Fields(meaning(type), Collections.unmodifiableSequencedMap(fields));
    }

    private static Shape shape(RecordComponent component) {
        return component.isAnnotationPresent(Wide.class)
                ? new Shape.Text(Form.DECIMAL)
                : of(component.getGenericType());
    }

    private static String meaning(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(Meaning.class))
                .map(Meaning::value)
                .orElse("");
    }

    private static String meaning(RecordComponent component) {
        return Optional.ofNullable(component.getAnnotation(Meaning.class))
                .map(Meaning::value)
                .orElse("");
    }

    /// The records of a sealed type and of those that it permits.
    private static List<Class<?>> variants(Class<?> sealed) {
        var records = new ArrayList<Class<?>>();
        for (var permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isRecord()) {
                records.add(permitted);
            } else {
                records.addAll(variants(permitted));
            }
        }
        return records;
    }

    /// The name of a document: the record's own, after that of the type it stands in, without what every such type has
    /// in its name: `PolicyFact.Transfer` is `Policy.Transfer`.
    public static String name(Class<?> type) {
        var outer = type.getEnclosingClass();
        return outer == null
                ? type.getSimpleName()
                : outer.getSimpleName().replaceAll("Fact$", "") + "." + type.getSimpleName();
    }
}
