package org.breakwater.adapters.ethereum.download;

import java.io.IOException;
import tools.jackson.core.JsonParser;

/// One call of the JSON-RPC interface.
///
/// @param what what is asked for, for sentences
/// @param parameters a JSON list
/// @param reader reads the result
record Question<T>(String what, String method, String parameters, Reader<T> reader) {

    /// Reads a result. The parser stands on its first token and is left on its last one.
    @FunctionalInterface
    interface Reader<T> {
        T read(JsonParser parser) throws IOException;
    }
}
