package org.breakwater.core.abi;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// A value of the ABI, without its type.
public sealed interface AbiValue {

    /// Of `uint8` to `uint256` and `int8` to `int256`.
    record Whole(BigInteger number) implements AbiValue {
        public static Whole of(long number) {
            return new Whole(BigInteger.valueOf(number));
        }
    }

    /// Of `bool`.
    record Flag(boolean flag) implements AbiValue {}

    /// Of `address`.
    record Account(Address address) implements AbiValue {}

    /// Of `bytes` and of `bytes1` to `bytes32`.
    record Binary(Bytes bytes) implements AbiValue {}

    /// Of `string`.
    record Text(String text) implements AbiValue {}

    /// Of an array.
    record Items(List<AbiValue> items) implements AbiValue {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// Of a tuple, in the order of its components.
    record Tuple(List<AbiValue> components) implements AbiValue {
        public Tuple {
            components = List.copyOf(components);
        }
    }
}
