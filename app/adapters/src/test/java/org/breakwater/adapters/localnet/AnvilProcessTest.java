package org.breakwater.adapters.localnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.breakwater.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnvilProcessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void answersWithItsChainIdAndLeavesNoFolderBehind() throws ProblemException {
        Path folder;
        try (var anvil = AnvilProcess.start(AnvilBinary.find(), OptionalInt.empty(), List.of())) {
            folder = anvil.folder();
            assertThat(anvil.node().chain().number()).isEqualTo(31_337);
            assertThat(folder).exists();
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (var holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = OptionalInt.of(holder.getLocalPort());

            assertThatThrownBy(() -> AnvilProcess.start(AnvilBinary.find(), port, List.of()))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("Port " + holder.getLocalPort());
        }
    }

    @Test
    void aCorruptStateIsRefusedInAnvilsWords(@TempDir Path folder) throws IOException {
        var state = Files.writeString(folder.resolve("state.json"), "{\"block\": 3, \"accounts\": ");

        assertThatThrownBy(() -> AnvilProcess.start(
                        AnvilBinary.find(), OptionalInt.empty(), List.of("--load-state", state.toString())))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Anvil stopped while starting")
                .hasMessageContaining("failed to parse json file");
    }

    @Test
    void aMissingAnvilIsASentence(@TempDir Path empty) {
        assertThatThrownBy(() -> AnvilBinary.find(Map.of(), null, null, empty))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("was not found");
        assertThatThrownBy(() -> AnvilBinary.find(Map.of("BREAKWATER_ANVIL", "/nowhere/anvil"), null, null, empty))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("/nowhere/anvil");
    }

    @Test
    void whenItDiesTheProgramIsTold() throws ProblemException {
        try (var anvil = AnvilProcess.start(AnvilBinary.find(), OptionalInt.empty(), List.of())) {
            var ended = anvil.ended();
            assertThat(ended).isNotDone();

            child("anvil").destroyForcibly();

            assertTimeoutPreemptively(PATIENCE, () -> ended.join());
            assertThat(anvil.folder()).doesNotExist();
        }
    }

    @Test
    void aProgramKilledWithoutWarningLeavesNoChildAndNoFolder() throws Exception {
        var program = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldsAnvil.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var reader = program.inputReader()) {
            var folder = Path.of(reader.readLine());
            var children = program.descendants().toList();
            assertThat(children).hasSizeGreaterThanOrEqualTo(2);
            assertThat(folder).exists();

            program.destroyForcibly();

            assertTimeoutPreemptively(PATIENCE, () -> {
                for (var child : children) {
                    child.onExit().join();
                }
                while (Files.exists(folder)) {
                    Thread.sleep(20);
                }
            });
        }
    }

    /// A child of this process, by what it runs.
    private static ProcessHandle child(String name) {
        return ProcessHandle.current()
                .descendants()
                .filter(handle -> handle.info().command().orElse("").endsWith("/" + name))
                .findFirst()
                .orElseThrow();
    }

    /// A program that starts Anvil, prints its folder and waits to be killed.
    static final class HoldsAnvil {

        private HoldsAnvil() {}

        @SuppressWarnings("resource") // the point is that nobody closes it
        public static void main(String[] arguments) throws Exception {
            var anvil = AnvilProcess.start(AnvilBinary.find(), OptionalInt.empty(), List.of());
            System.out.println(anvil.folder());
            Thread.sleep(Duration.ofMinutes(1));
        }
    }
}
