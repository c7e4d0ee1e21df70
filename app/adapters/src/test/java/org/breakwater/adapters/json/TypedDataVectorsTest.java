package org.breakwater.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.breakwater.adapters.TestPackages;
import org.breakwater.core.json.JsonPrinter;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.typeddata.TypedData;
import org.breakwater.core.typeddata.TypedDataReader;
import org.breakwater.core.typeddata.TypedDataWriter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The 1,025 public vectors of ethers for EIP-712.
class TypedDataVectorsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void everyVectorIsReadEncodedAndHashedExactly() throws ProblemException {
        var vectors = TestPackages.ethers("eip712");
        assertThat(vectors.size()).isEqualTo(1_025);
        for (var vector : vectors) {
            var typed = read(vector);
            var name = vector.required("name").asString();
            assertThat(typed.encoded().toHex())
                    .as(name)
                    .isEqualTo(vector.required("encoded").asString());
            assertThat(typed.hash().toString())
                    .as(name)
                    .isEqualTo(vector.required("digest").asString());
        }
    }

    @Test
    void everyVectorIsWrittenAsASignerReadsIt() throws ProblemException {
        for (var vector : TestPackages.ethers("eip712")) {
            var written = JsonPrinter.compact(TypedDataWriter.write(read(vector)));

            var read = TypedDataReader.read(JsonText.parse("what was written", written, TypedDataReader.LIMITS));

            assertThat(read.hash().toString())
                    .as(written)
                    .isEqualTo(vector.required("digest").asString());
        }
    }

    private static TypedData read(JsonNode vector) throws ProblemException {
        var document = JSON.createObjectNode();
        document.set("types", vector.required("types"));
        document.set("primaryType", vector.required("primaryType"));
        document.set("domain", vector.required("domain"));
        document.set("message", vector.required("data"));
        return TypedDataReader.read(JsonText.parse("a vector", document.toString(), TypedDataReader.LIMITS));
    }
}
