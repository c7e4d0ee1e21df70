package org.breakwater.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.json.WrittenObject;
import org.junit.jupiter.api.Test;

/// The batch of the builder's own test (safe-global/safe-react-apps, `apps/tx-builder/src/lib/checksum.test.js`), and
/// what two of its releases make of it.
class BuilderChecksumTest {

    private static final String OWNER = "0x49d4450977E2c95362C13D3a31a09311E0Ea26A6";

    @Test
    void theChecksumIsTheOneOfTheBuilder() {
        assertThat(BuilderChecksum.of(batch()))
                .hasToString("0x4ecbfd364aa6759983915644e73f8bd411e85a2dc306f252a387c2728c4db64c");
    }

    @Test
    void theChecksumOfEarlierReleasesIsKnown() {
        assertThat(BuilderChecksum.withName(batch()))
                .hasToString("0x832ecdb6653751ed00b79dede73864163e46e71815b72e11e506d6399bedffc9");
    }

    private static JsonValue.Fields batch() {
        var meta = new WrittenObject()
                .text("name", "test batch file")
                .text("txBuilderVersion", "1.4.0")
                .text("checksum", "")
                .text("createdFromSafeAddress", "0xDF8a1Ce35c9a6ACE153B4e0767942f1E2291a1Aa")
                .text("createdFromOwnerAddress", OWNER);
        var plain = new WrittenObject()
                .text("to", OWNER)
                .text("value", "2000000000000000000")
                .text("data", "0x42f4579000000000000000000000000049d4450977e2c95362c13d3a31a09311e0ea26a6");
        return new WrittenObject()
                .text("version", "1.0")
                .text("chainId", "4")
                .whole("createdAt", 1_646_321_521_061L)
                .with("meta", meta.value())
                .items(
                        "transactions",
                        List.of(
                                call(
                                        "address",
                                        "paramAddress",
                                        "testAddress",
                                        new WrittenObject().text("paramAddress", OWNER)),
                                call(
                                        "bool",
                                        "paramBool",
                                        "testBool",
                                        new WrittenObject()
                                                .text("paramAddress", "")
                                                .text("paramBool", "false")),
                                plain.value()))
                .value();
    }

    private static JsonValue call(String type, String input, String name, WrittenObject values) {
        var method = new WrittenObject()
                .items(
                        "inputs",
                        List.of(new WrittenObject()
                                .text("internalType", type)
                                .text("name", input)
                                .text("type", type)
                                .value()))
                .text("name", name)
                .with("payable", new JsonValue.Flag(1, false));
        return new WrittenObject()
                .text("to", OWNER)
                .text("value", "0")
                .with("contractMethod", method.value())
                .with("contractInputsValues", values.value())
                .value();
    }
}
