package org.breakwater.adapters.localnet.world;

import com.esaulpaugh.headlong.abi.Function;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// A call of a contract's function.
///
/// @param contract its name, for messages
record Call(String contract, Address to, Function function, Bytes data) {

    static Call of(String contract, Address to, Function function, Object... arguments) {
        var encoded = function.encodeCall(Arguments.of(function.getInputs(), arguments));
        return new Call(contract, to, function, Arguments.bytes(encoded));
    }

    @Override
    public String toString() {
        return contract + "." + function.getName();
    }
}
