package org.breakwater.cli.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// `breakwater localnet`, from its start to whatever ends it.
class LocalnetProgramTest {

    @TempDir
    private Path temporary;

    @Test
    void itListensWhereItIsToldPrintsOneDocumentAndStopsOnCtrlC() throws Exception {
        var port = freePort();
        try (var network = LocalnetProgram.start(temporary, "--port", port)) {
            assertThat(network.rpc()).isEqualTo("http://127.0.0.1:" + port);
            assertThat(network.document().propertyNames())
                    .contains("rpc", "chainId", "seed", "deployment", "phrase", "accounts", "safes", "serviceUrl");
            assertThat(names(network.document().required("safes"))).contains("council", "guardian");
            assertThat(Path.of(network.deployment())).exists();
            var children = children(network);

            network.signalAll("INT");

            assertThat(Program.waitFor(network.process())).isZero();
            assertThat(network.process().inputReader().readLine()).isNull();
            assertThat(network.process().errorReader().readLine()).isNull();
            network.gone(children);
        }
    }

    private static List<String> names(JsonNode list) {
        return list.valueStream().map(item -> item.required("name").asString()).toList();
    }

    private static List<ProcessHandle> children(LocalnetProgram network) {
        var children = network.process().descendants().toList();
        assertThat(children).isNotEmpty();
        return children;
    }

    @Test
    void aRequestToStopThatReachesTheProgramAloneStopsEverything() throws Exception {
        try (var network = LocalnetProgram.start(temporary)) {
            var children = children(network);

            network.signal("TERM");

            assertThat(Program.waitFor(network.process())).isZero();
            network.gone(children);
        }
    }

    @Test
    void killedWithoutWarningItLeavesNoChildAndNoFile() throws Exception {
        try (var network = LocalnetProgram.start(temporary)) {
            var children = children(network);

            network.signal("KILL");

            assertThat(Program.waitFor(network.process())).isNotZero();
            network.gone(children);
        }
    }

    @Test
    void killedWhileItStartsItLeavesNoChildAndNoFile() throws Exception {
        var process = Program.asBuilt().with("TMPDIR", temporary.toString()).start("localnet");
        while (process.descendants()
                .noneMatch(handle -> handle.info().command().orElse("").endsWith("/anvil"))) {
            assertThat(process.isAlive()).isTrue();
            Thread.sleep(5);
        }
        var children = process.descendants().toList();

        process.destroyForcibly();

        Program.waitFor(process);
        LocalnetProgram.gone(temporary, children);
    }

    @Test
    void whenItsNodeDiesItSaysSoAndEnds() throws Exception {
        try (var network = LocalnetProgram.start(temporary)) {
            var children = children(network);

            network.anvil().destroyForcibly();

            assertThat(Program.waitFor(network.process())).isEqualTo(1);
            assertThat(network.process().errorReader().readLine())
                    .startsWith("breakwater: The local network ended by itself.");
            network.gone(children);
        }
    }

    @Test
    void twoNetworksLiveSideBySide(@TempDir Path other) throws Exception {
        try (var first = LocalnetProgram.start(temporary);
                var second = LocalnetProgram.start(other)) {
            assertThat(Set.of(first.rpc(), second.rpc())).hasSize(2);
            var children = children(first);

            first.signal("INT");
            first.gone(children);

            assertThat(second.process().isAlive()).isTrue();
            assertThat(second.anvil().isAlive()).isTrue();
        }
    }

    private static String freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(probe.getLocalPort());
        }
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (var holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(holder.getLocalPort());

            localnet("--port", port).refused("Port " + port + " on this machine cannot be used");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--seed, twelve, 'twelve'",
        "--seed, -1, A seed is not below zero: -1.",
        "--seed, 9223372036854775808, 9223372036854775808",
        "--port, 0, 'A port lies between 1 and 65535, not at 0.'",
        "--port, 65536, 'A port lies between 1 and 65535, not at 65536.'",
        "--port, eighty, 'eighty'"
    })
    void aSeedOrPortThatIsNoneIsASentence(String option, String value, String sentence) throws Exception {
        localnet(option, value).refused(sentence, "See “breakwater localnet --help”.");
    }

    @Test
    void aMissingAnvilIsASentence() throws Exception {
        program()
                .with("BREAKWATER_ANVIL", "/nowhere/anvil")
                .run("localnet")
                .refused("There is no program at /nowhere/anvil.", "Set BREAKWATER_ANVIL");
    }

    @Test
    void aProgramThatIsNotAnvilIsASentence() throws Exception {
        program()
                .with("BREAKWATER_ANVIL", "/bin/false")
                .run("localnet")
                .refused("Anvil stopped while starting, with exit code 1.");
    }

    private Program program() {
        return Program.asBuilt().with("TMPDIR", temporary.toString());
    }

    /// A run that ends by itself, and leaves nothing behind.
    private Program.Outcome localnet(String... arguments) throws Exception {
        var command = new String[arguments.length + 1];
        command[0] = "localnet";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        var outcome = program().run(command);
        assertThat(temporary).isEmptyDirectory();
        return outcome;
    }
}
