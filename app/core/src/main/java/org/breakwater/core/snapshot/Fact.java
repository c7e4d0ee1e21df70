package org.breakwater.core.snapshot;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Something a contract answered, with the contract's own names.
public sealed interface Fact {

    /// A name, an address, a hash, or the name of an enumeration's value.
    record Text(String value) implements Fact {}

    /// A whole number of at most 48 bits: a count, a time in Unix seconds, basis points, a number of something.
    record Count(long value) implements Fact {

        public static final int MOST_BITS = 48;

        public Count {
            if (value >>> MOST_BITS != 0) {
                throw new IllegalArgumentException("a count has at most 48 bits: " + value);
            }
        }
    }

    /// A whole number of more bits, in the smallest unit of its token or as the contract's documentation says.
    record Amount(BigInteger value) implements Fact {}

    /// Yes or no.
    record Flag(boolean value) implements Fact {}

    /// A list.
    record Items(List<Fact> items) implements Fact {

        public Items {
            items = List.copyOf(items);
        }
    }

    /// Named facts, in the contract's order.
    record Fields(Map<String, Fact> fields) implements Fact {

        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }
}
