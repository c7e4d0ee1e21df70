package org.breakwater.adapters.localnet.world;

import org.breakwater.core.value.Address;

/// Someone in the world.
///
/// @param index of the account in the phrase
record Person(String name, Part part, int index, Address address) {

    @Override
    public String toString() {
        return name;
    }
}
