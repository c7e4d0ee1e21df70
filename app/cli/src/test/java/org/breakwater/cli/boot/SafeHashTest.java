package org.breakwater.cli.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// `breakwater safe-hash`, with published transactions.
class SafeHashTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ZERO = "0x0000000000000000000000000000000000000000";

    /// What Bybit's signers signed.
    private static final String BYBIT = """
        {
          "chainId": 1,
          "safe": "0x1Db92e2EeBC8E0c075a02BeA49a2935BcD2dFCF4",
          "version": "1.1.1",
          "to": "0x96221423681A6d52E184D440a8eFCEbB105C7242",
          "value": "0",
          "data": "0xa9059cbb000000000000000000000000bdd077f651ebe7f7b3ce16fe5f2b025be2969516\
        0000000000000000000000000000000000000000000000000000000000000000",
          "operation": 1,
          "safeTxGas": "45746",
          "baseGas": 0,
          "gasPrice": "0x0",
          "gasToken": "0x0000000000000000000000000000000000000000",
          "refundReceiver": "0x0000000000000000000000000000000000000000",
          "nonce": 71
        }\
        """;

    private static final String BYBIT_HASH = "0xb3476d061aeb8fc1d605a873c483a2402d88a68a9cdd1a8b47655dd55ba004f8";

    /// README of safe-tx-hashes-util.
    private static final String SEPOLIA = """
        {
          "chainId": "0xaa36a7",
          "safe": "0x657ff0D4eC65D82b2bC1247b0a558bcd2f80A0f1",
          "version": "1.4.1+L2",
          "to": "0x255C3912f91eF11bFDadd405F13144a823Da8cc5",
          "value": 100000000000000000,
          "data": "0x",
          "operation": "0",
          "safeTxGas": 0,
          "baseGas": 0,
          "gasPrice": 0,
          "gasToken": "0x0000000000000000000000000000000000000000",
          "refundReceiver": "0x0000000000000000000000000000000000000000",
          "nonce": 4
        }\
        """;

    private static final String SEPOLIA_HASH = "0xcb8bbe7bf8f8a1f3f57658e450d07d4422356ac042d96a87ba425b19e67a78a1";

    @TempDir
    private Path folder;

    @Test
    void optionsGiveTheThreeHashes() {
        var result = run(options(Map.of()));

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("0x611379c19940caee095cdb12bebe6a9fa9abb74cdb1fbd7377c49a1f198dc24f")
                .contains("0x565bba8b51924ffa64953596d0a2dd5c2cad39649f7de0bf2c8dbc903bd03258")
                .contains(SEPOLIA_HASH);
    }

    @Test
    void jsonIsOneDocumentWithTheThreeHashes() {
        var options = new ArrayList<>(options(Map.of()));
        options.add("--json");

        var document = JSON.readTree(run(options).out());

        assertThat(document.propertyNames()).containsExactly("domainHash", "messageHash", "safeTxHash");
        assertThat(document.path("safeTxHash").asString()).isEqualTo(SEPOLIA_HASH);
    }

    @Test
    void casesAreAnsweredInTheirOrder() throws IOException {
        var result = cases("[" + BYBIT + "," + SEPOLIA + "," + BYBIT + "]");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(JSON.readTree(result.out()).findValues("safeTxHash"))
                .extracting(hash -> hash.asString())
                .containsExactly(BYBIT_HASH, SEPOLIA_HASH, BYBIT_HASH);
    }

    @Test
    void noCasesAreAnEmptyList() throws IOException {
        assertThat(cases("[]").out().strip()).isEqualTo("[ ]");
    }

    @Test
    void tenThousandCasesAreAnswered() throws IOException {
        var result = cases("[" + String.join(",\n", Collections.nCopies(10_000, BYBIT)) + "]");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(JSON.readTree(result.out()).size()).isEqualTo(10_000);
    }

    @Test
    void theLargestNumbersAreExact() {
        var largest = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

        var decimal = run(options(Map.of("--value", largest.toString(), "--nonce", largest.toString())));
        var hexadecimal = run(options(Map.of("--value", "0x" + "f".repeat(64), "--nonce", "0x" + "F".repeat(64))));

        assertThat(decimal.code()).isZero();
        assertThat(decimal.out()).isEqualTo(hexadecimal.out());
    }

    static Stream<Arguments> badOptions() {
        return Stream.of(
                Arguments.of("--chain-id", "0", "above zero"),
                Arguments.of("--chain-id", "-1", "2^256"),
                Arguments.of("--chain-id", "mainnet", "no whole number"),
                Arguments.of("--safe", "0x657ff0D4eC65D82b2bC1247b0a558bcd2f80A0f2", "checksum"),
                Arguments.of("--safe", "eth:0x657ff0D4eC65D82b2bC1247b0a558bcd2f80A0f1", "forty hex digits"),
                Arguments.of("--to", "0x255C3912f91eF11bFDadd405F13144a823Da8cc", "forty hex digits"),
                Arguments.of("--version", "1.6.0", "It knows 0.1.0"),
                Arguments.of("--version", "", "It knows 0.1.0"),
                Arguments.of(
                        "--value",
                        "115792089237316195423570985008687907853269984665640564039457584007913129639936",
                        "2^256 - 1"),
                Arguments.of("--value", "0x1" + "0".repeat(64), "no whole number"),
                Arguments.of("--value", "1.5", "no whole number"),
                Arguments.of("--value", "1e18", "no whole number"),
                Arguments.of("--value", "007", "no whole number"),
                Arguments.of("--value", "", "no whole number"),
                Arguments.of("--nonce", "-1", "between 0"),
                Arguments.of("--data", "", "bytes are 0x"),
                Arguments.of("--data", "abcd", "bytes are 0x"),
                Arguments.of("--data", "0xabc", "even number"),
                Arguments.of("--data", "0xzz", "hex digits"),
                Arguments.of("--operation", "2", "0 (call) and 1 (delegate call)"),
                Arguments.of("--operation", "3", "no operation"),
                Arguments.of("--operation", "1" + "0".repeat(70), "no operation"),
                Arguments.of("--gas-token", "0", "forty hex digits"));
    }

    @ParameterizedTest
    @MethodSource("badOptions")
    void aBadOptionIsASentenceThatNamesIt(String option, String text, String reason) {
        var result = run(options(Map.of(option, text)));

        assertRefused(result, reason);
        assertThat(result.err()).contains(option + " ");
    }

    @Test
    void aMissingOptionIsNamed() {
        assertRefused(run(List.of("--safe", ZERO)), "Missing: --chain-id, --version, --to");
    }

    @Test
    void anOptionGivenTwiceIsRefused() {
        var twice = new ArrayList<>(options(Map.of()));
        twice.addAll(List.of("--value", "1"));

        assertRefused(run(twice), "--value");
    }

    @Test
    void casesAndOptionsExcludeEachOther() {
        assertRefused(run(List.of("--cases", "f", "--value", "1")), "leave --value out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"nonce\": 71|\"nonce\": 71, \"nonce\": 71|Duplicate",
                "\"nonce\": 71|\"nonce\": 71, \"memo\": \"x\"|“memo” is unknown",
                "\"nonce\": 71|\"nonce\": null|neither a text nor a whole number",
                "\"nonce\": 71|\"nonce\": true|neither a text nor a whole number",
                "\"nonce\": 71|\"nonce\": [71]|neither a text nor a whole number",
                "\"nonce\": 71|\"nonce\": 71.0|not whole",
                "\"nonce\": 71|\"nonce\": 7e1|not whole",
                "\"nonce\": 71|\"nonce\": -1|“nonce”: -1 does not lie",
                "\"baseGas\": 0,|` `|“baseGas” is missing",
                "\"operation\": 1|\"operation\": 2|Safe 1.1.1 knows 0 (call) and 1",
                "0x96221423681A6d52E184D440a8eFCEbB105C7242|0x96221423681a6d52E184D440a8eFCEbB105C7242|checksum",
                "\"version\": \"1.1.1\"|\"version\": 1|no version"
            })
    void aBadCaseIsASentenceThatNamesItsLine(String found, String replacement, String reason) throws IOException {
        assertThat(BYBIT).contains(found);

        var result = cases("[" + SEPOLIA + ",\n" + BYBIT.replace(found, replacement) + "]");

        assertRefused(result, reason);
        assertThat(result.err()).containsPattern("Line \\d+ of ");
    }

    static Stream<String> badDocuments() {
        return Stream.of(
                "",
                "{}",
                "1",
                "null",
                "[1]",
                "[[]]",
                "[null]",
                "[" + BYBIT,
                BYBIT,
                "[" + BYBIT + "] x",
                "[".repeat(10_000),
                "[".repeat(9) + "]".repeat(9));
    }

    @ParameterizedTest
    @MethodSource("badDocuments")
    void aDocumentThatIsNoListOfCasesIsRefused(String document) throws IOException {
        assertRefused(cases(document), "Line 1");
    }

    @Test
    void aFileThatIsMissingOrTooLargeIsRefused() {
        assertRefused(run(List.of("--cases", folder.resolve("none").toString())), "There is no file");
        assertRefused(run(List.of("--cases", folder.toString())), "could not be read");
        assertRefused(run(List.of("--cases", "/dev/zero")), "larger than");
    }

    @Test
    void aCreationHashesForVersionsThatCreate() {
        var result = run(options(Map.of("--version", "1.0.0", "--operation", "2")));

        assertThat(result.code()).as(result.err()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1.0", "1.0.0", "1.1.0", "1.1.1", "1.2.0", "1.3.0", "1.4.0", "1.4.1", "1.5.0"})
    void everyPublishedVersionIsKnown(String version) {
        assertThat(run(options(Map.of("--version", version))).code()).isZero();
    }

    private Result cases(String document) throws IOException {
        var file = Files.writeString(folder.resolve("cases.json"), document);
        return run(List.of("--cases", file.toString()));
    }

    /// The transfer on Sepolia with some options changed.
    private static List<String> options(Map<String, String> changed) {
        var options = new LinkedHashMap<>(Map.ofEntries(
                Map.entry("--chain-id", "11155111"),
                Map.entry("--safe", "0x657ff0D4eC65D82b2bC1247b0a558bcd2f80A0f1"),
                Map.entry("--version", "1.4.1"),
                Map.entry("--to", "0x255C3912f91eF11bFDadd405F13144a823Da8cc5"),
                Map.entry("--value", "100000000000000000"),
                Map.entry("--data", "0x"),
                Map.entry("--operation", "0"),
                Map.entry("--safe-tx-gas", "0"),
                Map.entry("--base-gas", "0"),
                Map.entry("--gas-price", "0"),
                Map.entry("--gas-token", ZERO),
                Map.entry("--refund-receiver", ZERO),
                Map.entry("--nonce", "4")));
        options.putAll(changed);
        return flat(options);
    }

    private static List<String> flat(SequencedMap<String, String> options) {
        return options.entrySet().stream()
                .flatMap(option -> Stream.of(option.getKey(), option.getValue()))
                .toList();
    }

    private static void assertRefused(Result result, String reason) {
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("breakwater: ").contains(reason).doesNotContain("\tat ", "Exception");
    }

    private static Result run(List<String> arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var command = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        var all = new ArrayList<>(List.of("safe-hash"));
        all.addAll(arguments);
        return new Result(command.execute(all.toArray(String[]::new)), out.toString(), err.toString());
    }

    private record Result(int code, String out, String err) {}
}
