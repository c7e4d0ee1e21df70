package org.breakwater.desktop.feature.addresses;

import java.util.List;
import org.breakwater.core.value.BlockRef;

/// Everything that is known about one address.
///
/// @param known whether the book or the protocol knows it at all
/// @param facts what it holds, does and is, in the order of their weight
record AddressFacts(BlockRef block, AddressRow row, boolean known, List<Fact> facts) {

    /// @param name of the fact
    /// @param value already written
    record Fact(String name, String value) {}

    AddressFacts {
        facts = List.copyOf(facts);
    }
}
