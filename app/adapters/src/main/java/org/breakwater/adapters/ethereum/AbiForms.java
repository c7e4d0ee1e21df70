package org.breakwater.adapters.ethereum;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Selector;
import org.breakwater.core.value.Word;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Finds out how the values of an ABI are read as the components of records. Names, types and enumerations must agree:
/// an
/// interface that changed is noticed when the program starts, not when a figure is wrong.
final class AbiForms {

    private static final EnumerationNames ENUMERATIONS = EnumerationNames.read();
    private static final String ARRAY = "[]";

    private AbiForms() {}

    /// @param described a parameter of the ABI
    static AbiForm of(JsonNode described, Type wanted) {
        var type = described.required("type").asString();
        if (type.endsWith(ARRAY)) {
            return items(described, type, wanted);
        }
        if (type.equals("tuple")) {
            return struct(described.required("components"), (Class<?>) wanted);
        }
        if (type.equals("string") && wanted == String.class) {
            return new AbiForm.Sized(AbiBytes::text);
        }
        if (type.equals("bytes") && wanted == Bytes.class) {
            return new AbiForm.Sized(AbiBytes::sized);
        }
        return new AbiForm.OneWord(word(described, type, wanted));
    }

    private static AbiForm items(JsonNode described, String type, Type wanted) {
        if (!(wanted instanceof ParameterizedType list) || list.getRawType() != List.class) {
            throw mismatch(described, wanted);
        }
        var item = described.deepCopy();
        ((ObjectNode) item).put("type", type.substring(0, type.length() - ARRAY.length()));
        return new AbiForm.Items(of(item, list.getActualTypeArguments()[0]));
    }

    static AbiForm.Struct struct(JsonNode fields, Class<?> record) {
        return new AbiForm.Struct(fields(fields, record), Records.constructor(record));
    }

    /// One form for each component of the record.
    static List<AbiForm> fields(JsonNode described, Class<?> record) {
        var components = record.getRecordComponents();
        if (components == null || components.length != described.size()) {
            throw new IllegalStateException(record + " has not as many components as the ABI has parameters");
        }
        var forms = new ArrayList<AbiForm>();
        for (int i = 0; i < components.length; i++) {
            requireName(record, components[i], described.get(i).required("name").asString());
            forms.add(of(described.get(i), components[i].getGenericType()));
        }
        return forms;
    }

    /// A component is named as the parameter. The samples of two adapters differ in nothing but this name.
    private static void requireName(Class<?> record, RecordComponent component, String name) {
        var sample = component.getName().equals("value")
                && List.of("price8", "perShare").contains(name);
        if (!component.getName().equals(name) && !sample) {
            throw new IllegalStateException(record + " has “" + component.getName() + "” for “" + name + "”");
        }
    }

    private static AbiForm.WordReader word(JsonNode described, String type, Type wanted) {
        if (type.startsWith("uint")) {
            return unsigned(described, bits(type, "uint"), wanted);
        }
        if (type.startsWith("int") && wanted == BigInteger.class) {
            var bits = bits(type, "int");
            return (in, at) -> in.signedBig(at, bits);
        }
        if (type.equals("bool") && wanted == boolean.class) {
            return (in, at) -> in.unsigned(at, 1) == 1;
        }
        if (type.equals("address") && wanted == Address.class) {
            return (in, at) -> new Address(in.rightAligned(at, Address.LENGTH));
        }
        if (type.equals("bytes32") && wanted == Hash32.class) {
            return (in, at) -> new Hash32(in.leftAligned(at, Word.LENGTH));
        }
        if (type.equals("bytes32") && wanted == ParameterScope.class) {
            return (in, at) -> new ParameterScope(new Hash32(in.leftAligned(at, Word.LENGTH)));
        }
        if (type.equals("bytes4") && wanted == Selector.class) {
            return (in, at) -> new Selector(in.leftAligned(at, Selector.LENGTH));
        }
        throw mismatch(described, wanted);
    }

    private static int bits(String type, String prefix) {
        return Integer.parseInt(type.substring(prefix.length()));
    }

    private static AbiForm.WordReader unsigned(JsonNode described, int bits, Type wanted) {
        if (wanted instanceof Class<?> type && type.isEnum()) {
            return enumeration(described, type);
        }
        if (wanted == int.class && bits < Integer.SIZE) {
            return (in, at) -> (int) in.unsigned(at, bits);
        }
        if (wanted == long.class && bits <= Long.SIZE) {
            return (in, at) -> in.unsigned(at, bits);
        }
        if (wanted == BigInteger.class) {
            return (in, at) -> in.unsignedBig(at, bits);
        }
        throw mismatch(described, wanted);
    }

    private static AbiForm.WordReader enumeration(JsonNode described, Class<?> wanted) {
        var constants = wanted.getEnumConstants();
        var names =
                ENUMERATIONS.of(described.required("internalType").asString().replaceFirst("^enum ", ""));
        var spelled = names.stream().map(AbiForms::constant).toList();
        if (!spelled.equals(Arrays.stream(constants).map(Object::toString).toList())) {
            throw new IllegalStateException(wanted + " is not " + names);
        }
        return (in, at) -> {
            var number = in.unsigned(at, Byte.SIZE);
            if (number >= constants.length) {
                throw new NotCanonical("there is no number " + number + " of " + wanted.getSimpleName());
            }
            return constants[(int) number];
        };
    }

    /// `AboveAutoLimit` as `ABOVE_AUTO_LIMIT`.
    private static String constant(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    private static IllegalStateException mismatch(JsonNode described, Type wanted) {
        return new IllegalStateException("no " + wanted.getTypeName() + " from " + described);
    }
}
