package org.breakwater.adapters.ethereum;

import com.esaulpaugh.headlong.abi.ABIType;
import com.esaulpaugh.headlong.abi.ArrayType;
import com.esaulpaugh.headlong.abi.Tuple;
import com.esaulpaugh.headlong.abi.TupleType;
import com.esaulpaugh.headlong.abi.UnitType;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.breakwater.core.snapshot.Fact;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// Turns what a contract answered into facts, with the names of its ABI.
final class AbiFacts {

    private final EnumerationNames enumerations;

    AbiFacts(EnumerationNames enumerations) {
        this.enumerations = enumerations;
    }

    Fact.Fields fields(TupleType<?> type, Tuple values) {
        var fields = new LinkedHashMap<String, Fact>();
        for (int i = 0; i < type.size(); i++) {
            var name = type.getElementName(i);
            fields.put(
                    name == null || name.isEmpty() ? Integer.toString(i) : name,
                    "key".equals(name)
                            ? new Fact.Text(constant(values.get(i)))
                            : fact(type.get(i), internal(type, i), values.get(i)));
        }
        return new Fact.Fields(fields);
    }

    private static String internal(TupleType<?> type, int index) {
        var internal = type.getElementInternalType(index);
        return internal == null ? "" : internal;
    }

    Fact fact(ABIType<?> type, String internal, Object value) {
        return switch (type) {
            case TupleType<?> tuple -> fields(tuple, (Tuple) value);
            case ArrayType<?, ?, ?> array -> array(array, internal, value);
            case UnitType<?> unit -> unit(unit, internal, value);
            default -> throw new IllegalArgumentException("no fact of type " + type.getCanonicalType());
        };
    }

    private Fact array(ArrayType<?, ?, ?> array, String internal, Object value) {
        if (value instanceof String text) {
            return new Fact.Text(text);
        }
        if (value instanceof byte[] bytes) {
            return new Fact.Text(Bytes.of(bytes).toHex());
        }
        var items = new ArrayList<Fact>();
        var itemInternal = internal.replaceFirst("\\[[0-9]*]$", "");
        for (int i = 0; i < Array.getLength(value); i++) {
            items.add(fact(array.getElementType(), itemInternal, Array.get(value, i)));
        }
        return new Fact.Items(items);
    }

    private Fact unit(UnitType<?> unit, String internal, Object value) {
        return switch (value) {
            case Boolean flag -> new Fact.Flag(flag);
            case com.esaulpaugh.headlong.abi.Address address ->
                new Fact.Text(address(address).toString());
            case Integer number -> whole(unit, internal, BigInteger.valueOf(number));
            case Long number -> whole(unit, internal, BigInteger.valueOf(number));
            case BigInteger number -> whole(unit, internal, number);
            default -> throw new IllegalArgumentException("no fact from " + value.getClass());
        };
    }

    private Fact whole(UnitType<?> unit, String internal, BigInteger number) {
        if (unit.getBitLength() > Fact.Count.MOST_BITS) {
            return new Fact.Amount(number);
        }
        var value = number.longValueExact();
        return enumerations.name(internal, value).<Fact>map(Fact.Text::new).orElseGet(() -> new Fact.Count(value));
    }

    /// Where a tuple has the element of a name.
    static int position(TupleType<?> type, String name) {
        for (int i = 0; i < type.size(); i++) {
            if (name.equals(type.getElementName(i))) {
                return i;
            }
        }
        throw new IllegalArgumentException("no element " + name);
    }

    static Address address(com.esaulpaugh.headlong.abi.Address address) {
        return Address.parse(address.toString());
    }

    /// A `bytes32` constant that was written as a string.
    static String constant(byte[] word) {
        var end = word.length;
        while (end > 0 && word[end - 1] == 0) {
            end--;
        }
        return new String(word, 0, end, StandardCharsets.US_ASCII);
    }
}
