package org.breakwater.adapters.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.core.exchange.BuilderBatch;
import org.breakwater.core.exchange.BuilderBatchFormat;
import org.breakwater.core.exchange.BuilderBatchReader;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuilderBatchTest {

    private static final BuilderBatchReader READER = new BuilderBatchReader(JsonText::parse);
    private static final Address TARGET = Address.parse("0x49d4450977E2c95362C13D3a31a09311E0Ea26A6");

    /// From a file that release 1.18.2 of the builder exported (5afe/safe-cli-nodejs,
    /// TRANSACTION_BUILDER_FORMAT_ANALYSIS.md).
    private static final String EXPORTED = """
        {"version":"1.0","chainId":"1","createdAt":1761326849944,"meta":{"name":"NAME",
        "description":"","txBuilderVersion":"1.18.2",
        "createdFromSafeAddress":"0xA77DE01e157f9f57C7c4A326eeE9C4874D0598b6","createdFromOwnerAddress":"",
        "checksum":"0x8b5032f716845c8b08bab3d63dbd9ba92e056f3557793cd041e59b84e16aa989"},
        "transactions":[{"to":"0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48","value":"0","data":null,
        "contractMethod":{"inputs":[{"internalType":"address","name":"spender","type":"address"},
        {"internalType":"uint256","name":"value","type":"uint256"}],"name":"approve","payable":false},
        "contractInputsValues":{"spender":"0x474e5Ded6b5D078163BFB8F6dBa355C3aA5478C8","value":"AMOUNT"}}]}
        """;

    private static String exported(String name, String amount) {
        return EXPORTED.replace("NAME", name).replace("AMOUNT", amount);
    }

    @Test
    void whatTheBuilderExportsIsReadAndItsChecksumHolds() throws ProblemException {
        var batch = read(exported("Transactions Batch", "100000000000"));

        assertThat(batch.calls())
                .containsExactly(SafeCall.of(
                        Address.parse("0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48"),
                        // cast calldata 'approve(address,uint256)' 0x474e… 100000000000
                        Bytes.fromHex("0x095ea7b3000000000000000000000000474e5ded6b5d078163bfb8f6dba355c3aa5478c8"
                                + "000000000000000000000000000000000000000000000000000000174876e800")));
        assertThat(batch.safe()).contains(Address.parse("0xA77DE01e157f9f57C7c4A326eeE9C4874D0598b6"));
        assertThat(batch.created()).isEqualTo(Instant.ofEpochMilli(1_761_326_849_944L));
    }

    @Test
    void theNameIsNoPartOfTheChecksum() throws ProblemException {
        assertThat(read(exported("Renamed", "100000000000")).name()).isEqualTo("Renamed");
    }

    @Test
    void aBatchThatWasChangedAfterItsExportIsRefused() {
        assertThatThrownBy(() -> read(exported("Transactions Batch", "100000000001")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the checksum is not that of the batch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"checksum\":\"\"", "\"other\":\"\""})
    void aBatchOfAScriptHasNoChecksum(String instead) throws ProblemException {
        var batch = read(exported("Transactions Batch", "1").replaceFirst("\"checksum\":\"0x[0-9a-f]*\"", instead));

        assertThat(batch.calls()).hasSize(1);
    }

    @Test
    void aBatchForAnotherChainIsRefused() {
        assertThatThrownBy(() -> READER.read(
                        JsonText.parse("a batch", exported("", "100000000000"), BuilderBatchFormat.LIMITS),
                        BigInteger.TEN))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("is for chain 1, and this is chain 10");
    }

    /// Each `encoded` is what Foundry's `cast calldata` 1.7.1 makes of the same function and values.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f | [{'name':'a','type':'uint256[2][]'},{'name':'','type':'bool[]'},{'name':'c','type':'address[]'}]"
                        + " | {'a':'[[1, 2],[\"3\",0xff]]','1':'[true,False]',"
                        + "'c':'[0x49d4450977E2c95362C13D3a31a09311E0Ea26A6]'}"
                        + " | 0x5ee80c56"
                        + "0000000000000000000000000000000000000000000000000000000000000060"
                        + "0000000000000000000000000000000000000000000000000000000000000100"
                        + "0000000000000000000000000000000000000000000000000000000000000160"
                        + "0000000000000000000000000000000000000000000000000000000000000002"
                        + "0000000000000000000000000000000000000000000000000000000000000001"
                        + "0000000000000000000000000000000000000000000000000000000000000002"
                        + "0000000000000000000000000000000000000000000000000000000000000003"
                        + "00000000000000000000000000000000000000000000000000000000000000ff"
                        + "0000000000000000000000000000000000000000000000000000000000000002"
                        + "0000000000000000000000000000000000000000000000000000000000000001"
                        + "0000000000000000000000000000000000000000000000000000000000000000"
                        + "0000000000000000000000000000000000000000000000000000000000000001"
                        + "00000000000000000000000049d4450977e2c95362c13d3a31a09311e0ea26a6",
                "g | [{'name':'a','type':'tuple','components':[{'name':'t','type':'address'},"
                        + "{'name':'u','type':'uint128'},{'name':'v','type':'tuple[]','components':["
                        + "{'name':'x','type':'bytes'},{'name':'y','type':'string'}]}]},"
                        + "{'name':'b','type':'int8'},{'name':'c','type':'bytes3'}]"
                        + " | {'a':'[\"0x49d4450977E2c95362C13D3a31a09311E0Ea26A6\","
                        + "340282366920938463463374607431768211455,[[\"0x1234\",\"a, [b]\"]]]','b':'-5','c':'0xaabbcc'}"
                        + " | 0x7e875457"
                        + "0000000000000000000000000000000000000000000000000000000000000060"
                        + "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffb"
                        + "aabbcc0000000000000000000000000000000000000000000000000000000000"
                        + "00000000000000000000000049d4450977e2c95362c13d3a31a09311e0ea26a6"
                        + "00000000000000000000000000000000ffffffffffffffffffffffffffffffff"
                        + "0000000000000000000000000000000000000000000000000000000000000060"
                        + "0000000000000000000000000000000000000000000000000000000000000001"
                        + "0000000000000000000000000000000000000000000000000000000000000020"
                        + "0000000000000000000000000000000000000000000000000000000000000040"
                        + "0000000000000000000000000000000000000000000000000000000000000080"
                        + "0000000000000000000000000000000000000000000000000000000000000002"
                        + "1234000000000000000000000000000000000000000000000000000000000000"
                        + "0000000000000000000000000000000000000000000000000000000000000006"
                        + "612c205b625d0000000000000000000000000000000000000000000000000000",
                "h | [{'name':'a','type':'string[]'},{'name':'b','type':'string'}]"
                        + " | {'a':'[\"one\",\"two, three\"]','b':' spaced'}"
                        + " | 0x13ebb4a7"
                        + "0000000000000000000000000000000000000000000000000000000000000040"
                        + "0000000000000000000000000000000000000000000000000000000000000120"
                        + "0000000000000000000000000000000000000000000000000000000000000002"
                        + "0000000000000000000000000000000000000000000000000000000000000040"
                        + "0000000000000000000000000000000000000000000000000000000000000080"
                        + "0000000000000000000000000000000000000000000000000000000000000003"
                        + "6f6e650000000000000000000000000000000000000000000000000000000000"
                        + "000000000000000000000000000000000000000000000000000000000000000a"
                        + "74776f2c20746872656500000000000000000000000000000000000000000000"
                        + "0000000000000000000000000000000000000000000000000000000000000007"
                        + "2073706163656400000000000000000000000000000000000000000000000000"
            },
            quoteCharacter = '`')
    void aDescribedCallIsEncodedAsCastEncodesIt(String name, String inputs, String values, String encoded)
            throws ProblemException {
        assertThat(described(name, inputs, values).data()).isEqualTo(Bytes.fromHex(encoded));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uint8 | 256",
                "uint256 | -1",
                "uint256 | 1.5",
                "uint256 | 1e18",
                "uint256 | ff",
                "uint256 | ``",
                "bool | yes",
                "address | 0x49d4450977e2C95362C13D3a31a09311E0Ea26A6",
                "address | eth:0x49d4450977E2c95362C13D3a31a09311E0Ea26A6",
                "bytes | 0x1",
                "bytes3 | 0xaabb",
                "uint256[] | 1,2",
                "uint256[] | [1,,2]",
                "uint256[] | [1],[2]",
                "uint256[2] | [1]",
                "string[] | [one]",
                "tuple | []",
                "uint7 | 1",
                "nothing | 1"
            },
            quoteCharacter = '`')
    void aValueThatIsNotOfItsTypeRefusesTheBatch(String type, String value) {
        assertThatThrownBy(() -> described(
                        "f", "[{'name':'a','type':'" + type + "'}]", "{'a':'" + value.replace("\"", "\\\"") + "'}"))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void dataThatAreNotTheDescribedCallRefuseTheBatch() {
        var batch = exported("", "100000000000")
                .replaceFirst("\"checksum\":\"0x[0-9a-f]*\"", "\"checksum\":\"\"")
                .replace("\"data\":null", "\"data\":\"0x095ea7b3\"");

        assertThatThrownBy(() -> read(batch))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the data are not the call that is described");
    }

    @Test
    void whatIsExportedIsReadAgainWithItsChecksum() throws ProblemException {
        var batch = new BuilderBatch(
                BigInteger.valueOf(31_337),
                Instant.ofEpochMilli(1_700_000_000_123L),
                "Lower the cap",
                "In “quotes”,\n\t\"escaped\" \\ and so on",
                Optional.of(TARGET),
                List.of(
                        SafeCall.of(TARGET, Bytes.fromHex("0x1234")),
                        new SafeCall(Operation.CALL, TARGET, BigInteger.TWO.pow(255), Bytes.EMPTY)));

        var document = BuilderBatchFormat.document(batch);

        assertThat(READER.read(JsonText.parse("a batch", document, BuilderBatchFormat.LIMITS), batch.chainId()))
                .isEqualTo(batch);
        assertThatThrownBy(() -> READER.read(
                        JsonText.parse("a batch", document.replace("0x1234", "0x1235"), BuilderBatchFormat.LIMITS),
                        batch.chainId()))
                .isInstanceOf(ProblemException.class);
    }

    private static BuilderBatch read(String text) throws ProblemException {
        return READER.read(JsonText.parse("a batch", text, BuilderBatchFormat.LIMITS), BigInteger.ONE);
    }

    /// Single quotes of the test's source are double ones, and double ones are escaped.
    private static SafeCall described(String name, String inputs, String values) throws ProblemException {
        var text = "{\"version\":\"1.0\",\"chainId\":\"1\",\"createdAt\":0,\"meta\":{},\"transactions\":[{\"to\":\""
                + TARGET
                + "\",\"value\":\"0\",\"contractMethod\":{\"name\":\"" + name + "\",\"payable\":false,\"inputs\":"
                + json(inputs) + "},\"contractInputsValues\":" + json(values) + "}]}";
        return read(text).calls().getFirst();
    }

    private static String json(String quoted) {
        return quoted.replace("\\\"", "\"").replace("\"", "\\\"").replace('\'', '"');
    }
}
