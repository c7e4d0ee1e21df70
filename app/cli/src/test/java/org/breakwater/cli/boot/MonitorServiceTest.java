package org.breakwater.cli.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The unit by which systemd runs the monitor.
class MonitorServiceTest {

    private static final Path UNIT = Path.of("..", "..", "installers", "breakwater-monitor.service");

    @TempDir
    private Path folder;

    private static List<String> command() throws IOException {
        var text = Files.readString(UNIT).replace("\\\n", " ");
        var line = text.lines()
                .filter(one -> one.startsWith("ExecStart="))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(line.substring("ExecStart=".length()).strip().split("\\s+", -1))
                .toList();
    }

    @Test
    void whatItStartsIsACommandOfTheProgram() throws Exception {
        var command = command();
        assertThat(command.getFirst()).isEqualTo("/usr/bin/breakwater");
        var arguments = new ArrayList<String>();
        for (var word : command.subList(1, command.size())) {
            arguments.addAll(
                    word.equals("$BREAKWATER_RPC")
                            ? List.of("--rpc", "https://a", "--rpc", "https://b")
                            : List.of(word));
        }

        var parsed = Main.commandLine().parseArgs(arguments.toArray(String[]::new));

        var monitor = parsed.subcommand();
        assertThat(monitor.commandSpec().name()).isEqualTo("monitor");
        assertThat(monitor.unmatched()).isEmpty();
        assertThat(monitor.matchedOption("--rpc").typedValues()).hasSize(2);
        assertThat(monitor.hasMatchedOption("--targets")).isTrue();
        assertThat(monitor.hasMatchedOption("--once")).isFalse();
    }

    @Test
    void itHasFewRightsAndNoSecretInItself() throws Exception {
        assertThat(Files.readAllLines(UNIT))
                .contains(
                        "DynamicUser=yes",
                        "StateDirectory=breakwater-monitor",
                        "NoNewPrivileges=yes",
                        "ProtectSystem=strict",
                        "ProtectHome=yes",
                        "CapabilityBoundingSet=",
                        "SystemCallFilter=@system-service",
                        "Restart=always")
                .noneMatch(line ->
                        line.startsWith("Environment=") && !line.equals("Environment=HOME=%S/breakwater-monitor"))
                .noneMatch(line -> line.startsWith("WatchdogSec"));
    }

    @Test
    void systemdTakesItAndFindsItHardened() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "systemd-analyze is not on this machine");
        var unit = folder.resolve("breakwater-monitor.service");
        Files.writeString(unit, Files.readString(UNIT).replace("/usr/bin/breakwater", "/bin/true"));

        assertThat(analyze("verify", "--man=no", unit.toString())).isEmpty();
        assertThat(analyze("security", "--offline=true", "--threshold=20", unit.toString()))
                .contains("Overall exposure level for breakwater-monitor.service: 1.");
    }

    private String analyze(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("/usr/bin/systemd-analyze"));
        command.addAll(List.of(arguments));
        var said = folder.resolve("said");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        var text = Files.readString(said);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }
}
