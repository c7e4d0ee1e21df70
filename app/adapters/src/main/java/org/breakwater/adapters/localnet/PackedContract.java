package org.breakwater.adapters.localnet;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.breakwater.contracts.ParameterRegistry;
import org.breakwater.core.value.Bytes;
import tools.jackson.databind.json.JsonMapper;

/// A contract's creation code, as the contracts' jar carries it.
///
/// @param name for messages
/// @param creationCode without constructor arguments
record PackedContract(String name, Bytes creationCode) {

    private static final JsonMapper JSON = new JsonMapper();

    /// One of the published Safe contracts.
    static PackedContract ofSafe(String version, String name) {
        return read("Safe " + version + " " + name, "safe/" + version + "/" + name + ".json");
    }

    private static PackedContract read(String name, String resource) {
        try (var input = ParameterRegistry.class.getResourceAsStream(resource)) {
            if (input == null) {
                throw new IllegalStateException("the contracts' jar has no " + resource);
            }
            var code = JSON.readTree(input).required("bytecode").asString();
            return new PackedContract(name, Bytes.fromHex(code));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
