package org.breakwater.cli.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.localnet.world.AnvilRpc;
import org.breakwater.core.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `breakwater sync` against the world on a real node.
class SyncCommandTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private LocalNetwork network;

    @BeforeEach
    void start() throws Exception {
        network = LocalNetwork.start();
    }

    @AfterEach
    void stop() {
        network.close();
    }

    private record Outcome(int exitCode, String output, String errors) {

        JsonNode document() {
            return JSON.readTree(output);
        }
    }

    private Outcome syncFrom(String rpc, String deployment, String... more) {
        return syncInto(folder.resolve("index.sqlite").toString(), rpc, deployment, more);
    }

    private static Outcome syncInto(String store, String rpc, String deployment, String... more) {
        var arguments = new ArrayList<>(List.of("sync", "--rpc", rpc, "--deployment", deployment, "--db", store));
        arguments.addAll(List.of(more));
        return run(arguments);
    }

    private static Outcome run(List<String> arguments) {
        var out = new StringWriter();
        var errors = new StringWriter();
        var code = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(errors))
                .execute(arguments.toArray(String[]::new));
        return new Outcome(code, out.toString(), errors.toString());
    }

    private Outcome syncInto(String store) {
        return syncInto(
                store, network.description().rpc(), network.description().deployment());
    }

    private Outcome sync(String... more) {
        return syncFrom(network.description().rpc(), network.description().deployment(), more);
    }

    private AnvilRpc node() {
        return new AnvilRpc(network.node().address());
    }

    /// One by one: many at once take Anvil longer than a question may.
    private void mine(long blocks) throws ProblemException {
        for (long i = 0; i < blocks; i++) {
            node().ask("anvil_mine", 1);
        }
    }

    @Test
    void aFreshIndexHasEveryEventAndAResumedOneAddsWhatIsNew() throws Exception {
        var head = network.node().head();

        var fresh = sync("--json");

        assertThat(fresh.exitCode()).as(fresh.errors()).isZero();
        assertThat(fresh.errors()).isEmpty();
        var first = fresh.document();
        assertThat(first.required("through").asLong()).isEqualTo(head.number());
        assertThat(first.required("headHash").asString()).isEqualTo(head.hash().toString());
        assertThat(first.required("events").asLong()).isGreaterThan(5_000);
        assertThat(first.required("added").asLong())
                .isEqualTo(first.required("events").asLong());
        assertThat(first.required("nodeIsBehind").asBoolean()).isFalse();

        node().ask("anvil_mine", 3);
        var resumed = sync("--json");

        assertThat(resumed.exitCode()).isZero();
        var second = resumed.document();
        assertThat(second.required("through").asLong()).isEqualTo(head.number() + 3);
        assertThat(second.required("events").asLong())
                .isEqualTo(first.required("events").asLong());
        assertThat(second.required("added").asLong()).isZero();
    }

    @Test
    void withoutJsonItIsALine() {
        var outcome = sync();

        assertThat(outcome.exitCode()).as(outcome.errors()).isZero();
        assertThat(outcome.output().lines())
                .singleElement()
                .asString()
                .matches("[0-9]+ events up to block [0-9]+, [0-9]+ of them new, final up to block [0-9]+");
    }

    @Test
    void blocksOfAnAbandonedBranchAreTakenBackAndCounted() throws Exception {
        node().ask("anvil_mine", 4);
        assertThat(sync().exitCode()).isZero();
        node().ask("anvil_rollback", 2);
        node().ask("evm_increaseTime", 60);
        node().ask("anvil_mine", 3);

        var outcome = sync("--json");

        assertThat(outcome.exitCode()).as(outcome.errors()).isZero();
        assertThat(outcome.document().required("blocksReplaced").asLong()).isEqualTo(2);
        assertThat(outcome.document().required("headHash").asString())
                .isEqualTo(network.node().head().hash().toString());
    }

    @Test
    void aNodeThatIsBehindIsSaidToBe() throws Exception {
        node().ask("anvil_mine", 4);
        assertThat(sync().exitCode()).isZero();
        node().ask("anvil_rollback", 2);

        var outcome = sync();

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output())
                .contains("The node is behind: it is at block "
                        + network.node().head().number());
    }

    @Test
    void anotherChainBelowFinalityIsExitCode2() throws Exception {
        mine(80);
        var before = sync("--json").document();
        var depth =
                before.required("head").asLong() - before.required("finality").asLong() + 2;
        assertThat(depth).as("what Anvil calls final").isLessThan(80);
        node().ask("anvil_rollback", depth);
        node().ask("evm_increaseTime", 60);
        mine(depth + 1);

        var outcome = sync();

        assertThat(outcome.exitCode()).as(outcome.errors()).isEqualTo(2);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.errors()).contains("is not the one this index was made from");
    }

    @Test
    void whatCannotBeDoneIsASentenceAndExitCode1() throws Exception {
        String nowhere;
        try (var taken = new ServerSocket(0)) {
            nowhere = "http://127.0.0.1:" + taken.getLocalPort();
        }
        assertRefused(syncFrom(nowhere, network.description().deployment()), nowhere);
        assertRefused(syncFrom("nonsense", network.description().deployment()), "no address of a node");
        assertRefused(
                syncFrom(
                        network.description().rpc(), folder.resolve("none.json").toString()),
                "no deployment file at");
        assertRefused(run(List.of("sync", "--rpc", nowhere)), "Missing required options");
        assertRefused(syncInto(nowhere.replace("http://", "postgresql://keeper@") + "/cover"), "cannot be reached");
        assertRefused(syncInto("postgresql://keeper:secret@localhost/cover"), "has a password in it");
        assertRefused(syncInto("mysql://keeper@localhost/cover"), "in a file or in a database of PostgreSQL");
        Files.writeString(folder.resolve("index.sqlite"), "something else entirely, that is no index");
        assertRefused(sync(), "is not an index of Breakwater");
    }

    private static void assertRefused(Outcome outcome, String words) {
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.errors()).startsWith("breakwater: ").contains(words);
    }
}
