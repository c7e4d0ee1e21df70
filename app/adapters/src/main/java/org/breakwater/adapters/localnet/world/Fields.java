package org.breakwater.adapters.localnet.world;

import com.esaulpaugh.headlong.abi.ArrayType;
import com.esaulpaugh.headlong.abi.Tuple;
import com.esaulpaugh.headlong.abi.TupleType;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// Decoded values with the names of their ABI: an event's arguments, a view's answer, a struct.
record Fields(TupleType<?> types, Tuple values) {

    BigInteger number(String name) {
        return whole(value(name));
    }

    long count(String name) {
        return number(name).longValueExact();
    }

    Instant instant(String name) {
        return Instant.ofEpochSecond(count(name));
    }

    boolean flag(String name) {
        return (Boolean) value(name);
    }

    Address address(String name) {
        return Address.parse(value(name).toString());
    }

    Hash32 hash(String name) {
        return new Hash32(Bytes.of((byte[]) value(name)));
    }

    String text(String name) {
        return (String) value(name);
    }

    Fields struct(String name) {
        var index = index(name);
        return new Fields((TupleType<?>) types.get(index), values.get(index));
    }

    /// The only value, where it is a struct without a name.
    Fields struct() {
        return new Fields((TupleType<?>) types.get(0), values.get(0));
    }

    /// The only value, where it is an array of structs.
    List<Fields> all() {
        return structs(0);
    }

    /// An array of structs.
    List<Fields> structs(String name) {
        return structs(index(name));
    }

    private List<Fields> structs(int index) {
        var element = ((ArrayType<?, ?, ?>) types.get(index)).getElementType();
        var structs = new ArrayList<Fields>();
        for (var item : (Object[]) values.get(index)) {
            structs.add(new Fields((TupleType<?>) element, (Tuple) item));
        }
        return structs;
    }

    /// The only value, where there is one without a name.
    BigInteger number() {
        return whole(values.get(0));
    }

    Object value(String name) {
        return values.get(index(name));
    }

    private int index(String name) {
        for (int i = 0; i < types.size(); i++) {
            if (name.equals(types.getElementName(i))) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no " + name + " in " + types.getCanonicalType());
    }

    private static BigInteger whole(Object value) {
        return value instanceof BigInteger number ? number : BigInteger.valueOf(((Number) value).longValue());
    }
}
