package org.breakwater.adapters.localnet.world;

import org.breakwater.core.value.Address;
import org.breakwater.core.value.Keccak;

/// Addresses of those who take no part: hardware wallets and payees. Nobody has a key to them here.
final class Outsiders {

    private Outsiders() {}

    static Address addressOf(Person owner) {
        return addressOf(owner.name() + "'s hardware wallet");
    }

    static Address addressOf(String name) {
        return new Address(Keccak.hash(name).bytes().slice(12, 32));
    }
}
