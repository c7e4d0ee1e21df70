package org.breakwater.adapters.localnet.world;

import org.breakwater.core.value.Address;

/// Someone in the world.
///
/// @param index of the account in the phrase
record Person(String name, Part part, int index, Address address) {

    /// The BIP-44 path of the account's key.
    String path() {
        return "m/44'/60'/0'/0/" + index;
    }

    @Override
    public String toString() {
        return name;
    }
}
