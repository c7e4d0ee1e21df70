package org.breakwater.adapters.ethereum;

import com.esaulpaugh.headlong.abi.ABIType;
import com.esaulpaugh.headlong.abi.ArrayType;
import com.esaulpaugh.headlong.abi.Tuple;
import com.esaulpaugh.headlong.abi.TupleType;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// Compares a lens's answer with a projection's records, field by field, by the names in the lens's interface: a field
/// that the
/// projection does not have is an error, not a field that is passed over.
final class LensDifferences {

    /// What a block knows of itself; the projection is told it.
    private static final Set<String> OF_THE_BLOCK = Set.of("chainId", "blockNumber", "blockTime");

    private final List<String> found = new ArrayList<>();
    private int compared;

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<String> found() {
        return List.copyOf(found);
    }

    void add(String difference) {
        found.add(difference);
    }

    /// How many values were compared.
    int compared() {
        return compared;
    }

    void compare(String path, ABIType<?> type, Object answered, Object projected) {
        switch (type) {
            case TupleType<?> struct -> struct(path, struct, (Tuple) answered, projected);
            case ArrayType<?, ?, ?> array
            when !(answered instanceof String) && !(answered instanceof byte[]) ->
                items(path, array, answered, (List<?>) projected);
            default -> value(path, answered, projected);
        }
    }

    private void struct(String path, TupleType<?> type, Tuple answered, Object projected) {
        for (int i = 0; i < type.size(); i++) {
            var name = type.getElementName(i);
            if (!OF_THE_BLOCK.contains(name)) {
                compare(path + "." + name, type.get(i), answered.get(i), component(projected, name));
            }
        }
    }

    private static Object component(Object record, String name) {
        var component = Arrays.stream(record.getClass().getRecordComponents())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(record.getClass() + " has no " + name));
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException hidden) {
            throw new LinkageError("a record hides " + name, hidden);
        }
    }

    private void items(String path, ArrayType<?, ?, ?> type, Object answered, List<?> projected) {
        var size = Array.getLength(answered);
        if (size != projected.size()) {
            found.add(path + " has " + size + " and not " + projected.size());
            return;
        }
        for (int i = 0; i < size; i++) {
            compare(path + "[" + i + "]", type.getElementType(), Array.get(answered, i), projected.get(i));
        }
    }

    private void value(String path, Object answered, Object projected) {
        compared++;
        var expected = text(answered);
        var actual = text(projected);
        if (!expected.equals(actual)) {
            found.add(path + " is " + expected + " and not " + actual);
        }
    }

    private static String text(Object value) {
        return switch (value) {
            case byte[] bytes -> Bytes.of(bytes).toHex();
            case Hash32 hash -> hash.toString();
            case ParameterScope scope -> scope.encoded().toString();
            case com.esaulpaugh.headlong.abi.Address address ->
                address.toString().toLowerCase(Locale.ROOT);
            case Address address -> address.toString().toLowerCase(Locale.ROOT);
            case Enum<?> constant ->
                Integer.toString(
                        List.of(constant.getDeclaringClass().getEnumConstants()).indexOf(constant));
            // A number of 64 bits is unsigned on the chain.
            case Long number when number < 0 -> Long.toUnsignedString(number);
            case Long number -> number.toString();
            case Integer number -> number.toString();
            case BigInteger number -> number.toString();
            case Boolean flag -> flag.toString();
            case String text -> text;
            default -> throw new AssertionError("no value: " + value.getClass());
        };
    }
}
