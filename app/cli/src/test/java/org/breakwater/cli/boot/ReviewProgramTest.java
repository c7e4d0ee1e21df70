package org.breakwater.cli.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `breakwater review` against a local network.
class ReviewProgramTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PAYEE = "0x00000000219ab540356cBB839Cbe05303d7705Fa";

    @RegisterExtension
    static final StartedLocalnet network = new StartedLocalnet();

    private static Program.Outcome review(String transaction, String... more) throws Exception {
        var file = Files.createTempFile(network.folder(), "transaction", ".json");
        Files.writeString(file, transaction);
        var arguments = new ArrayList<>(
                List.of("review", "--rpc", network.rpc(), "--safe", network.safe("council"), "--tx", file.toString()));
        arguments.addAll(List.of(more));
        return Program.asBuilt().run(arguments.toArray(String[]::new));
    }

    private static String rejection(long nonce) {
        return """
            {"to": "%s", "value": 0, "data": null, "operation": 0, "nonce": %d}
            """.formatted(network.safe("council"), nonce);
    }

    private static long nonce() throws Exception {
        var queue = JSON.readTree(Files.readString(
                Path.of(network.document().required("safeQueue").asString())));
        return queue.valueStream()
                .filter(each -> each.required("safe").asString().equals(network.safe("council")))
                .mapToLong(each -> Long.parseLong(each.required("nonce").asString()))
                .min()
                .orElseThrow();
    }

    private static JsonNode hostile() throws Exception {
        var queue = JSON.readTree(Files.readString(
                Path.of(network.document().required("safeQueue").asString())));
        return queue.valueStream()
                .filter(each -> each.required("operation").asInt() == 1)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRejectionPassesWithExitCodeZero() throws Exception {
        var outcome = review(rejection(nonce())).succeeded();

        assertThat(outcome.output()).startsWith("PASS: Use up nonce");
    }

    @Test
    void whatAServiceSaysOfTheHostileTransactionIsBlockedWithExitCodeThree() throws Exception {
        var outcome = review(hostile().toString(), "--json", "--deployment", network.deployment());

        assertThat(outcome.exitCode()).isEqualTo(3);
        var document = JSON.readTree(outcome.output());
        assertThat(document.required("verdict").asString()).isEqualTo("block");
        assertThat(check(document, "FW09")).isEqualTo("block");
        assertThat(document.required("hashes").required("safeTxHash").asString())
                .isEqualTo(hostile().required("safeTxHash").asString());
    }

    @Test
    void aServiceTellsThatTwoTransactionsFightForANonce() throws Exception {
        var wanted = Long.toString(fought());
        var fighting = JSON.readTree(Files.readString(
                        Path.of(network.document().required("safeQueue").asString())))
                .valueStream()
                .filter(each -> each.required("nonce").asString().equals(wanted))
                .findFirst()
                .orElseThrow();

        var outcome = review(
                fighting.toString(),
                "--json",
                "--deployment",
                network.deployment(),
                "--service",
                network.document().required("serviceUrl").asString());

        assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(2);
        assertThat(check(JSON.readTree(outcome.output()), "FW39")).isEqualTo("hold");
    }

    /// The nonce that two waiting transactions want.
    private static long fought() throws Exception {
        return nonce() + 2;
    }

    @Test
    void aServiceThatDoesNotAnswerKeepsNothingFromBeingReviewed() throws Exception {
        var document = JSON.readTree(review(rejection(nonce()), "--json", "--service", "http://127.0.0.1:9")
                .succeeded()
                .output());

        assertThat(check(document, "FW39")).isEqualTo("could-not-run");
    }

    @Test
    void oneSignatureEnoughIsHeldWithExitCodeTwo() throws Exception {
        var calldata = "0x694e80c3" + "0".repeat(63) + "1";

        var outcome = review("""
            {"to": "%s", "value": "0", "data": "%s", "operation": 0, "safeTxGas": "0", "baseGas": "0",
             "gasPrice": "0", "gasToken": null, "refundReceiver": null, "nonce": "%d"}
            """.formatted(network.safe("council"), calldata, nonce()));

        assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(2);
        assertThat(outcome.output()).startsWith("HOLD: Have 1 owners sign");
    }

    @Test
    void theQueueIsCarriedOutInNonceOrderOnACopyOfTheChain() throws Exception {
        var document = JSON.readTree(review(
                        rejection(nonce()),
                        "--json",
                        "--rehearse",
                        "--service",
                        network.document().required("serviceUrl").asString())
                .succeeded()
                .output());

        var steps =
                document.required("rehearsal").required("steps").valueStream().toList();
        assertThat(steps).hasSizeGreaterThan(3);
        assertThat(steps.getFirst().required("reviewed").asBoolean()).isTrue();
        assertThat(steps.getFirst().required("outcome").asString()).isEqualTo("executed");
        assertThat(steps.get(1).required("outcome").asString())
                .as("its rival comes too late")
                .isEqualTo("out-of-turn");
        assertThat(steps.stream().map(step -> step.required("nonce").asLong())).isSorted();
        assertThat(document.required("rehearsal")
                        .required("before")
                        .required("nonce")
                        .asString())
                .isEqualTo(Long.toString(nonce()));
    }

    @Test
    void aRehearsalStandsUnderTheReviewAndChangesNoExitCode() throws Exception {
        var outcome = review(rejection(nonce()), "--rehearse").succeeded();

        assertThat(outcome.output())
                .contains("Rehearsed on a copy of block")
                .contains("Nonce " + nonce() + " (the one above)")
                .contains("The Safe carries it out.")
                .contains("Before: 4 of 7 owners, next nonce " + nonce())
                .contains("After:  4 of 7 owners, next nonce " + (nonce() + 1));
    }

    @Test
    void theDocumentHasEveryCheckOnceAndEveryPart() throws Exception {
        var document =
                JSON.readTree(review(rejection(nonce()), "--json").succeeded().output());

        assertThat(document.propertyNames())
                .containsExactly("verdict", "sentence", "block", "hashes", "calls", "checks", "stateChanges");
        assertThat(document.required("checks")
                        .valueStream()
                        .map(each -> each.required("id").asString()))
                .hasSize(70)
                .doesNotHaveDuplicates()
                .contains("FW01", "FW70");
        assertThat(document.required("checks")
                        .valueStream()
                        .map(each -> each.required("outcome").asString()))
                .isSubsetOf(
                        "passed",
                        "note",
                        "warning",
                        "hold",
                        "block",
                        "could-not-run",
                        "not-applicable",
                        "not-available");
    }

    private static String check(JsonNode document, String id) {
        return document.required("checks")
                .valueStream()
                .filter(each -> each.required("id").asString().equals(id))
                .findFirst()
                .orElseThrow()
                .required("outcome")
                .asString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "address,name,chainId\\n" + PAYEE + ",Deposits,31337",
                "address,name\\n" + PAYEE + ",Deposits",
            })
    void anAddressBookNamesAPayee(String book) throws Exception {
        var names = Files.createTempFile(network.folder(), "book", ".csv");
        Files.writeString(names, book.replace("\\n", "\n"));
        var payment = """
            {"to": "%s", "value": 1, "data": "0x", "operation": 0, "nonce": %d}
            """.formatted(PAYEE, nonce());

        assertThat(review(payment, "--address-book", names.toString()).output()).contains("Deposits (" + PAYEE + ")");
    }

    @Test
    void anEntryForAnotherChainNamesNobodyHere() throws Exception {
        var names = Files.createTempFile(network.folder(), "book", ".csv");
        Files.writeString(names, "address,name,chainId\n" + PAYEE + ",Deposits,1\n");
        var payment = """
            {"to": "%s", "value": 1, "data": "0x", "operation": 0, "nonce": %d}
            """.formatted(PAYEE, nonce());

        assertThat(review(payment, "--address-book", names.toString()).output()).doesNotContain("Deposits");
    }

    @Test
    void anAddressBookWithAWrongLineIsRefusedByTheLine() throws Exception {
        var names = Files.createTempFile(network.folder(), "book", ".csv");
        Files.writeString(names, "address,name\n" + PAYEE + ",Deposits\n0x12,Nobody\n");

        review(rejection(nonce()), "--address-book", names.toString()).refused("Line 3 of ");
    }

    @Test
    void whatIsNoTransactionIsRefused() throws Exception {
        review("{}").refused("“nonce”: it is missing");
        review("[1]").refused("expected an object");
        review("{\"to\": \"0x12\", \"nonce\": 1}").refused("“to”");
        review("{\"to\": null, \"nonce\": -1}").refused("“nonce”");
    }

    @Test
    void whereNoSafeIsNothingIsReviewed() throws Exception {
        var file = Files.createTempFile(network.folder(), "transaction", ".json");
        Files.writeString(file, rejection(1));

        var outcome = Program.asBuilt()
                .run("review", "--rpc", network.rpc(), "--safe", PAYEE, "--tx", file.toString(), "--json");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(JSON.readTree(outcome.output()).required("verdict").asString())
                .isEqualTo("unknown");
        assertThat(outcome.errors()).contains("There is no Safe at " + PAYEE);
    }
}
