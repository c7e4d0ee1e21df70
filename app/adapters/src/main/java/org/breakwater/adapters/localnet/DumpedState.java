package org.breakwater.adapters.localnet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Anvil's dump of its state without the call traces of old transactions: four fifths of the dump, which nobody asks
/// for and
/// which make loading several times slower. Blocks, transactions, receipts, logs, code and storage stay as they are.
final class DumpedState {

    private static final String TRACES = "traces";
    private static final JsonFactory JSON = new JsonFactory();

    private DumpedState() {}

    static void copyWithoutTraces(InputStream dump, OutputStream to) throws IOException {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), dump);
                var generator = JSON.createGenerator(ObjectWriteContext.empty(), to)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                generator.copyCurrentEvent(parser);
                if (token == JsonToken.PROPERTY_NAME && parser.currentName().equals(TRACES)) {
                    parser.nextToken();
                    parser.skipChildren();
                    generator.writeStartArray().writeEndArray();
                }
            }
        }
    }
}
