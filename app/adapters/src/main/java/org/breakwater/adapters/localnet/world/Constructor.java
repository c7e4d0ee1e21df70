package org.breakwater.adapters.localnet.world;

import com.esaulpaugh.headlong.abi.Function;
import org.breakwater.core.value.Bytes;
import tools.jackson.databind.JsonNode;

/// Encodes what a contract is created with.
final class Constructor {

    private Constructor() {}

    /// @param abi of the contract
    static Bytes arguments(JsonNode abi, Object... arguments) {
        for (var entry : abi) {
            if (entry.path("type").asString("").equals("constructor")) {
                var inputs = Function.fromJson(entry.toString()).getInputs();
                return Arguments.bytes(inputs.encode(Arguments.of(inputs, arguments)));
            }
        }
        return Bytes.EMPTY;
    }
}
