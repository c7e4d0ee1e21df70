package org.breakwater.cli.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.localnet.ReadWorld;
import org.breakwater.adapters.localnet.world.AnvilRpc;
import org.breakwater.adapters.signer.keystore.Keystore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `breakwater keep` on the world, on a real node, with a key in a file.
class KeepCommandTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PASSPHRASE = "five words that open it";

    @TempDir
    private Path folder;

    private LocalNetwork network;

    @BeforeEach
    void start() throws Exception {
        network = LocalNetwork.start();
        ReadWorld.from(network);
        ReadWorld.into(folder.resolve("index.sqlite"));
    }

    @AfterEach
    void stop() {
        network.close();
    }

    private record Outcome(int exitCode, String output, String errors) {

        List<JsonNode> actions() {
            var actions = new ArrayList<JsonNode>();
            JSON.readTree(output).required("actions").forEach(actions::add);
            return actions;
        }

        List<JsonNode> with(String field, String value) {
            return actions().stream()
                    .filter(action -> value.equals(action.required(field).asString("")))
                    .toList();
        }
    }

    private Outcome keep(String... more) {
        var arguments = new ArrayList<>(List.of(
                "keep",
                "--rpc",
                network.description().rpc(),
                "--deployment",
                network.description().deployment(),
                "--db",
                folder.resolve("index.sqlite").toString(),
                "--once",
                "--json"));
        arguments.addAll(List.of(more));
        var out = new StringWriter();
        var errors = new StringWriter();
        var code = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(errors))
                .execute(arguments.toArray(String[]::new));
        return new Outcome(code, out.toString(), errors.toString());
    }

    @Test
    void itLooksSendsOnlyWhenToldToAndKeepsToItsLimits() throws Exception {
        var head = network.node().head().number();
        var dry = keep();
        assertThat(dry.exitCode()).as(dry.errors()).isZero();
        assertThat(dry.with("trial", "Ready")).isNotEmpty();
        assertThat(dry.with("trial", "Refused"))
                .allSatisfy(action ->
                        assertThat(action.required("trialWords").asString()).startsWith("would be refused: "));
        assertThat(network.node().head().number()).as("nothing is sent").isEqualTo(head);

        assertThat(keep("--execute").exitCode()).isEqualTo(1);

        var keystore =
                new Keystore(folder.resolve("keys"), new SecureRandom(), InstantSource.system(), Duration.ofMinutes(1));
        var key = keystore.create(PASSPHRASE.toCharArray());
        var passphrase = Files.writeString(folder.resolve("passphrase"), PASSPHRASE + "\n");
        var execute = new String[] {
            "--execute",
            "--key",
            keystore.path(key.address()).toString(),
            "--passphrase-file",
            passphrase.toString(),
            "--spend",
            "0.2"
        };
        var poor = keep(execute);
        assertThat(poor.exitCode()).as(poor.errors()).isEqualTo(2);
        assertThat(poor.with("outcome", "Stopped"))
                .singleElement()
                .satisfies(action ->
                        assertThat(action.required("outcomeWords").asString()).contains("has 0 wei"));

        new AnvilRpc(network.node().address())
                .ask("anvil_setBalance", key.address().toString(), "0xde0b6b3a7640000");
        var rich = keep(execute);
        assertThat(rich.exitCode()).as(rich.errors()).isZero();
        var done = rich.with("outcome", "Done");
        assertThat(done).hasSizeGreaterThan(10);
        assertThat(rich.output() + rich.errors()).doesNotContain(PASSPHRASE);

        var again = keep(execute);
        assertThat(again.exitCode()).as(again.errors()).isZero();
        assertThat(again.with("outcome", "Done"))
                .extracting(action -> action.required("data").asString())
                .doesNotContainAnyElementsOf(done.stream()
                        .map(action -> action.required("data").asString())
                        .toList());

        execute[execute.length - 1] = "0.000001";
        network.time().moveAhead(Duration.ofHours(3));
        var limited = keep(execute);
        assertThat(limited.exitCode()).as(limited.errors()).isEqualTo(2);
        assertThat(limited.with("outcome", "Stopped"))
                .singleElement()
                .satisfies(action ->
                        assertThat(action.required("outcomeWords").asString()).contains("are spent"));
    }
}
