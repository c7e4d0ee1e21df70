package org.breakwater.adapters.abi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.adapters.TestPackages;
import org.breakwater.core.abi.AbiDecoder;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiParameter;
import org.breakwater.core.abi.AbiType;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.Argument;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The public vectors of ethers for the ABI: what contracts compiled by solc returned.
class AbiVectorsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void every1880AnswersOfContractsAreDecodedAndEncodedToTheSameBytes() throws ProblemException {
        var vectors = TestPackages.ethers("contract-interface-abi2");
        assertThat(vectors.size()).isEqualTo(1_880);
        for (var vector : vectors) {
            var types = types(vector);
            var result = Bytes.parse(vector.required("result").asString());
            var decoded = AbiDecoder.values(
                            types.stream()
                                    .map(type -> new AbiParameter("", type))
                                    .toList(),
                            "the answer",
                            result)
                    .required()
                    .stream()
                    .map(Argument::value)
                    .toList();

            assertThat(AbiEncoder.encode(types, decoded)).isEqualTo(result);
            var values = JSON.readTree(vector.required("values").asString());
            for (int i = 0; i < decoded.size(); i++) {
                assertSame(
                        decoded.get(i), values.get(i), vector.required("name").asString());
            }
        }
    }

    @Test
    void every1880SignaturesHaveTheirSelector() {
        var vectors = TestPackages.ethers("contract-signatures");
        assertThat(vectors.size()).isEqualTo(1_880);
        for (var vector : vectors) {
            var signature = vector.required("signature").asString();

            var function = FunctionSignature.parse(signature);

            assertThat(function.canonical()).isEqualTo(signature);
            assertThat(function.selector())
                    .hasToString(vector.required("sigHash").asString());
        }
    }

    private static List<AbiType> types(JsonNode vector) {
        var types = new ArrayList<AbiType>();
        for (var type : JSON.readTree(vector.required("types").asString())) {
            types.add(AbiType.parse(type.asString().replace("tuple(", "(").replaceAll("int\\b", "int256")));
        }
        return types;
    }

    /// The vectors leave out the values of `bool`; an array's items are a bare list.
    private static void assertSame(AbiValue decoded, JsonNode expected, String name) {
        var value = expected.isArray() ? expected : expected.path("value");
        switch (decoded) {
            case AbiValue.Whole(var number) -> assertThat(number).as(name).isEqualTo(new BigInteger(value.asString()));
            case AbiValue.Account(var address) -> assertThat(address).as(name).hasToString(value.asString());
            case AbiValue.Binary(var bytes) -> assertThat(bytes).as(name).hasToString(value.asString());
            case AbiValue.Text(var text) -> assertThat(text).as(name).isEqualTo(value.asString());
            case AbiValue.Items(var items) -> assertSame(items, value, name);
            case AbiValue.Tuple(var components) -> assertSame(components, value, name);
            case AbiValue.Flag _ -> assertThat(value.isMissingNode()).as(name).isTrue();
        }
    }

    private static void assertSame(List<AbiValue> decoded, JsonNode expected, String name) {
        assertThat(decoded).as(name).hasSize(expected.size());
        for (int i = 0; i < decoded.size(); i++) {
            assertSame(decoded.get(i), expected.get(i), name);
        }
    }
}
