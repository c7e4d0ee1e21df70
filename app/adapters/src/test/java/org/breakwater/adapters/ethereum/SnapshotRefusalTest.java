package org.breakwater.adapters.ethereum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.breakwater.adapters.deployment.NodeConnections;
import org.breakwater.adapters.localnet.AnvilBinary;
import org.breakwater.adapters.localnet.AnvilProcess;
import org.breakwater.adapters.localnet.BareProtocol;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.snapshot.Snapshot;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.verification.VerifyDeployment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// A snapshot is whole or it is a sentence that says why there is none.
class SnapshotRefusalTest {

    private static final Pattern FIRST = Pattern.compile("first block at which it can be read is (\\d+)\\.");

    private static BareProtocol network;

    @BeforeAll
    static void start() throws ProblemException {
        network = BareProtocol.start();
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    private static Snapshot snapshot(String rpc, OptionalLong block) throws ProblemException {
        try (var connection = new NodeConnections().open(rpc, network.file().toString())) {
            return connection.snapshots().read(connection.deployment(), block);
        }
    }

    private static Snapshot snapshot(long block) throws ProblemException {
        return snapshot(network.node().address().toString(), OptionalLong.of(block));
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refusedBy(String rpc) {
        return assertThatThrownBy(() -> snapshot(rpc, OptionalLong.empty())).isInstanceOf(ProblemException.class);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refusedWhere(LyingNode.Lie lie) throws IOException {
        try (var node = LyingNode.before(network.node(), lie)) {
            return refusedBy(node.address());
        }
    }

    private static long head() throws ProblemException {
        return network.node().head().number();
    }

    @Test
    void aBlockBeforeTheProtocolIsRefusedWithTheFirstThatCanBeRead() throws ProblemException {
        var first = new long[1];
        assertThatThrownBy(() -> snapshot(1))
                .isInstanceOf(ProblemException.class)
                .satisfies(refusal -> {
                    assertThat(refusal).hasMessageContaining("could not be read yet at block 1:");
                    var named = FIRST.matcher(refusal.getMessage());
                    assertThat(named.find()).isTrue();
                    first[0] = Long.parseLong(named.group(1));
                });

        assertThat(snapshot(first[0]).block().number()).isEqualTo(first[0]);
        assertThatThrownBy(() -> snapshot(first[0] - 1))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("could not be read yet at block " + (first[0] - 1))
                .hasMessageContaining("is " + first[0] + ".");
    }

    @Test
    void aBlockThatIsNotThereYetIsRefusedWithTheNewest() throws ProblemException {
        var head = head();

        assertThatThrownBy(() -> snapshot(head + 1_000))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("has no block " + (head + 1_000))
                .hasMessageContaining("the newest it has is block " + head);
    }

    @Test
    void aNodeWithoutTheStateOfTheBlockSaysSo(@TempDir Path folder) throws Exception {
        var dump = Bytes.fromHex((String) new AnvilHand(network.node()).ask("anvil_dumpState"));
        var state = folder.resolve("state.json");
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(dump.toArray()))) {
            Files.copy(unpacked, state);
        }
        try (var pruned = AnvilProcess.start(
                AnvilBinary.find(), OptionalInt.empty(), List.of("--load-state", state.toString()))) {
            var rpc = pruned.node().address().toString();
            var head = pruned.node().head().number();

            assertThat(snapshot(rpc, OptionalLong.empty()).block().number()).isEqualTo(head);
            assertThat(new VerifyDeployment(new ScriptedProtocol())
                            .run(network.deployment(), ChainProtocol.at(pruned.node(), network.deployment()))
                            .differences())
                    .isEmpty();
            assertThatThrownBy(() -> snapshot(rpc, OptionalLong.of(head - 1)))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("has no state of block " + (head - 1))
                    .hasMessageContaining("Ask for a newer block, or ask a node that keeps old state.");
        }
    }

    @Test
    void aNodeThatHasNotCaughtUpWithTheDeploymentIsBehind() throws ProblemException {
        try (var empty = AnvilProcess.start(AnvilBinary.find(), OptionalInt.empty(), List.of())) {
            refusedBy(empty.node().address().toString())
                    .hasMessageContaining("is behind: its newest block is 0, and line ")
                    .hasMessageContaining("of the deployment file says that LocalToken was created at block");
        }
    }

    @Test
    void aNodeThatIsCatchingUpIsNotAsked() throws IOException {
        refusedWhere((method, _, answer) -> {
                    if (method.equals("eth_syncing")) {
                        answer.putObject("result").put("currentBlock", "0x1").put("highestBlock", "0x2");
                    }
                })
                .hasMessageContaining("is still catching up");
    }

    @Test
    void aNodeOnAnotherChainIsRefusedWithTheLine() throws ProblemException {
        try (var other = AnvilProcess.start(AnvilBinary.find(), OptionalInt.empty(), List.of("--chain-id", "5"))) {
            refusedBy(other.node().address().toString())
                    .hasMessageContaining("Line 3 of the deployment file: it is for chain 31337, and the node at")
                    .hasMessageContaining("is on chain 5");
        }
    }

    @Test
    void aContractThatIsNotThereIsNamedWithItsLine() throws IOException {
        var claims = network.deployment().address("Claims").toString();

        refusedWhere((method, question, answer) -> {
                    if (method.equals("eth_getCode") && question.contains(claims)) {
                        answer.put("result", "0x");
                    }
                })
                .message()
                .matches("Line \\d+ of the deployment file: Claims at " + claims + " has no code on chain 31337\\..*");
    }

    @Test
    void nobodyAtTheAddressIsASentence() throws IOException {
        refusedBy("http://127.0.0.1:" + freePort()).hasMessageContaining("No Ethereum node answers at");
        refusedBy("ftp://127.0.0.1").hasMessageContaining("“ftp://127.0.0.1” is no address of a node.");
    }

    private static int freePort() throws IOException {
        try (var holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return holder.getLocalPort();
        }
    }

    @Test
    void aServerThatIsNoNodeIsASentence() throws IOException {
        refusedWhere((_, _, answer) -> answer.removeAll().put("title", "Welcome"))
                .hasMessageContaining("No Ethereum node answers at");
    }

    @Test
    void aRefusalInTheMiddleIsTheNodesOwnWordsInASentence() throws IOException {
        refusedWhere((method, _, answer) -> {
                    if (method.equals("eth_getLogs")) {
                        answer.remove("result");
                        answer.putObject("error")
                                .put("code", -32_005)
                                .put("message", "query\u001b[31m returned\ntoo much");
                    }
                })
                .hasMessageContaining("refused the events of")
                .hasMessageContaining(": query [31m returned too much.");
    }

    @Test
    void aPageThatIsShorterThanTheLensCountsIsNotTakenForTheWhole() throws IOException {
        refusedWhere(new OneMore("pauses"))
                .hasMessageContaining("gave 0 of 1 pauses")
                .hasMessageContaining("must not be taken for the whole");
    }

    /// Adds one to a count in the lens' head.
    private record OneMore(String field) implements LyingNode.Lie {

        @Override
        public void tell(String method, String question, ObjectNode answer) {
            var head = ContractAbi.of("ProtocolLens").function("head");
            if (method.equals("eth_call")
                    && question.contains(Bytes.of(head.selector()).toHex())) {
                var type = head.getOutputs().get(0).asTupleType();
                var words = Bytes.fromHex(answer.required("result").asString()).toArray();
                words[(AbiFacts.position(type, field) + 1) * 32 - 1]++;
                answer.put("result", Bytes.of(words).toHex());
            }
        }
    }

    @Test
    void aBlockThatIsReplacedMeanwhileIsNoSnapshot() throws IOException {
        refusedWhere((method, question, answer) -> {
                    if (method.equals("eth_getBlockByNumber") && !question.contains("latest")) {
                        ((ObjectNode) answer.required("result")).put("hash", "0x" + "ab".repeat(32));
                    }
                })
                .hasMessageContaining("was replaced while it was read");
    }

    @Test
    void aNodeThatAnswersForAnotherBlockIsFoundOut() throws IOException {
        refusedWhere(new OneMore("blockNumber")).hasMessageContaining("The lens answers for block");
    }

    @Test
    void aNodeThatNeverEndsAnAnswerDoesNotFillTheMemory() throws IOException {
        refusedWhere((method, _, answer) -> {
                    if (method.equals("eth_getLogs")) {
                        answer.put("result", "0x" + "00".repeat(20 << 20));
                    }
                })
                .hasMessageContaining("the answer is larger than");
    }

    @Test
    void aWholeSnapshotHasEverySection() throws ProblemException {
        var snapshot = snapshot(network.node().address().toString(), OptionalLong.empty());

        assertThat(snapshot.block().number()).isEqualTo(head());
        assertThat(snapshot.sections().keySet())
                .containsExactly(
                        "pools", "policies", "incidents", "claims", "treasury", "parameters", "roles", "pauses");
    }
}
