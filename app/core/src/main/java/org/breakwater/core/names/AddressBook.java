package org.breakwater.core.names;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.breakwater.core.value.Address;

/// Addresses with their names. An address that begins and ends like one of them, and is another, is a look-alike.
public final class AddressBook {

    /// Bytes that people compare at each end: four hex digits.
    private static final int COMPARED = 2;

    private final SequencedMap<Address, String> names;

    public AddressBook(Map<Address, String> names) {
        this.names = new LinkedHashMap<>(names);
    }

    /// Who can be mistaken for another.
    public record Entry(Address address, String name) {}

    public Optional<String> name(Address address) {
        return Optional.ofNullable(names.get(address));
    }

    /// The entry that an address without a name could be taken for.
    public Optional<Entry> lookAlike(Address address) {
        if (names.containsKey(address)) {
            return Optional.empty();
        }
        return names.entrySet().stream()
                .filter(entry -> haveSameEnds(entry.getKey(), address))
                .map(entry -> new Entry(entry.getKey(), entry.getValue()))
                .findFirst();
    }

    private static boolean haveSameEnds(Address one, Address other) {
        for (int i = 0; i < COMPARED; i++) {
            var last = Address.LENGTH - 1 - i;
            if (one.bytes().at(i) != other.bytes().at(i)
                    || one.bytes().at(last) != other.bytes().at(last)) {
                return false;
            }
        }
        return true;
    }

    /// All, in the order in which they were given.
    public SequencedMap<Address, String> all() {
        return Collections.unmodifiableSequencedMap(names);
    }
}
