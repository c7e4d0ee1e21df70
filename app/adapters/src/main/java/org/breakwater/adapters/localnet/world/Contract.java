package org.breakwater.adapters.localnet.world;

import org.breakwater.adapters.ethereum.ContractAbi;
import org.breakwater.core.value.Address;

/// A contract on the chain, with its interface.
record Contract(ContractAbi abi, Address address) {

    static Contract of(String name, Address address) {
        return new Contract(ContractAbi.of(name), address);
    }

    /// A call of a function, by its name or, where several share a name, by its signature.
    ///
    /// @param arguments see `Arguments`
    Call call(String function, Object... arguments) {
        return Call.of(abi.contract(), address, abi.function(function), arguments);
    }

    @Override
    public String toString() {
        return abi.contract();
    }
}
