package org.breakwater.adapters.localnet.world;

import com.esaulpaugh.headlong.abi.ABIType;
import com.esaulpaugh.headlong.abi.ArrayType;
import com.esaulpaugh.headlong.abi.Tuple;
import com.esaulpaugh.headlong.abi.TupleType;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;

/// Turns what a strand says into what the ABI coder wants: numbers of any width, addresses, people and contracts for
/// `address`, instants and durations in seconds, enumerations by their number, text for `bytes32` constants, lists for
/// arrays
/// and for structs.
final class Arguments {

    private Arguments() {}

    static Tuple of(TupleType<?> types, Object... values) {
        return tuple(types, List.of(values));
    }

    private static Tuple tuple(TupleType<?> types, List<?> values) {
        if (types.size() != values.size()) {
            throw new IllegalArgumentException(types.getCanonicalType() + " takes no " + values.size() + " values");
        }
        var converted = new Object[values.size()];
        for (int i = 0; i < converted.length; i++) {
            converted[i] = value(types.get(i), values.get(i));
        }
        return Tuple.from(converted);
    }

    private static Object value(ABIType<?> type, Object value) {
        return switch (type) {
            case TupleType<?> tuple -> value instanceof Tuple ready ? ready : tuple(tuple, (List<?>) value);
            case ArrayType<?, ?, ?> array -> array(array, value);
            default -> unit(type, value);
        };
    }

    private static Object array(ArrayType<?, ?, ?> type, Object value) {
        return switch (value) {
            case List<?> items -> items(type, items);
            case Hash32 hash -> hash.bytes().toArray();
            case Bytes bytes -> bytes.toArray();
            case String text
            when type.clazz() == byte[].class -> Word.ofAscii(text).toArray();
            default -> value;
        };
    }

    private static Object items(ArrayType<?, ?, ?> type, List<?> items) {
        var array = Array.newInstance(type.clazz().getComponentType(), items.size());
        for (int i = 0; i < items.size(); i++) {
            Array.set(array, i, value(type.getElementType(), items.get(i)));
        }
        return array;
    }

    /// A contract's enumeration has the constants in the same order.
    @SuppressWarnings("EnumOrdinal")
    private static Object unit(ABIType<?> type, Object value) {
        return switch (value) {
            case Address address -> address(address);
            case Person person -> address(person.address());
            case Contract contract -> address(contract.address());
            case Instant instant -> number(type, BigInteger.valueOf(instant.getEpochSecond()));
            case Duration duration -> number(type, BigInteger.valueOf(duration.toSeconds()));
            case Numbered constant -> number(type, BigInteger.valueOf(constant.number()));
            case Enum<?> constant -> number(type, BigInteger.valueOf(constant.ordinal()));
            case BigInteger number -> number(type, number);
            case Number number -> number(type, BigInteger.valueOf(number.longValue()));
            default -> value;
        };
    }

    private static Object number(ABIType<?> type, BigInteger number) {
        if (type.clazz() == Integer.class) {
            return number.intValueExact();
        }
        return type.clazz() == Long.class ? (Object) number.longValueExact() : number;
    }

    /// What an encoder wrote.
    static Bytes bytes(ByteBuffer encoded) {
        var bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return Bytes.of(bytes);
    }

    static com.esaulpaugh.headlong.abi.Address address(Address address) {
        return com.esaulpaugh.headlong.abi.Address.wrap(com.esaulpaugh.headlong.abi.Address.toChecksumAddress(
                address.bytes().toHex()));
    }
}
