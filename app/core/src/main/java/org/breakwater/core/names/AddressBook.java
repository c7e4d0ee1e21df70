package org.breakwater.core.names;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.breakwater.core.value.Address;

/// Addresses with their names. An address that begins and ends like one of them, and is another, is a look-alike.
public final class AddressBook {

    /// Hex digits that people compare at each end.
    private static final int COMPARED = 4;

    private static final int PREFIX = "0x".length();

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
        var ends = ends(address);
        return names.entrySet().stream()
                .filter(entry -> ends(entry.getKey()).equals(ends))
                .map(entry -> new Entry(entry.getKey(), entry.getValue()))
                .findFirst();
    }

    private static String ends(Address address) {
        var digits = address.bytes().toHex();
        return digits.substring(0, PREFIX + COMPARED) + digits.substring(digits.length() - COMPARED);
    }

    /// All, in the order in which they were given.
    public SequencedMap<Address, String> all() {
        return Collections.unmodifiableSequencedMap(names);
    }
}
