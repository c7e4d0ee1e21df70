package org.breakwater.adapters.localnet;

import org.breakwater.core.value.Address;

/// The contracts through which Safe's team published its releases. Both take a salt and creation code as calldata and
/// create with CREATE2 (EIP-1014).
enum SafeFactory {
    /// Arachnid's deterministic deployment proxy; Anvil's genesis has it.
    DETERMINISTIC_PROXY("0x4e59b44847b379578588920cA78FbF26c0B4956C"),
    /// The same idea with a signed transaction for each chain, by Safe.
    SAFE_SINGLETON_FACTORY("0x914d7Fec6aaC8cd542e72Bca78B30650d45643d7");

    private final Address address;

    SafeFactory(String address) {
        this.address = Address.parse(address);
    }

    Address address() {
        return address;
    }
}
