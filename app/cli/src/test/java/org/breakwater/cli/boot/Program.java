package org.breakwater.cli.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;

/// The launcher that the build leaves, run as a person or a script runs it: a process of its own.
public final class Program {

    static final Path LAUNCHER = Path.of("target", "breakwater").toAbsolutePath();

    private static final long PATIENCE_SECONDS = 120;

    private final Path launcher;
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    /// @param folder that the program is started in
    Program(Path launcher, Path folder) {
        this.launcher = launcher;
        this.folder = folder;
    }

    public static Program asBuilt() {
        return new Program(LAUNCHER, Path.of("").toAbsolutePath());
    }

    Program with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /// How a run ended.
    public record Outcome(int exitCode, String output, String errors) {

        /// A refusal is exit code 1, nothing on standard output, and one sentence or two on standard error.
        Outcome refused(String... sentences) {
            assertThat(exitCode).as(errors).isEqualTo(1);
            assertThat(output).isEmpty();
            assertThat(errors).startsWith("breakwater: ").contains(sentences).doesNotContain("\tat ", "Exception");
            return this;
        }

        Outcome succeeded() {
            assertThat(exitCode).as(errors).isZero();
            assertThat(errors).isEmpty();
            return this;
        }
    }

    public Outcome run(String... arguments) throws IOException, InterruptedException {
        var output = Files.createTempFile("breakwater-", ".out");
        var errors = Files.createTempFile("breakwater-", ".err");
        try {
            var process = builder(List.of(arguments))
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            return new Outcome(waitFor(process), Files.readString(output), Files.readString(errors));
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    /// Starts it and leaves it running. A process group of its own lets a test press Ctrl+C for the whole group, and
    /// signals have their usual meaning whoever runs the tests.
    Process start(String... arguments) throws IOException {
        return builder(List.of(arguments)).start();
    }

    private ProcessBuilder builder(List<String> arguments) {
        var command = new ArrayList<>(List.of("setsid", "env", "--default-signal=INT,TERM,HUP", launcher.toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeAll(List.of("BREAKWATER_ANVIL", "TMPDIR"));
        builder.environment().putAll(environment);
        return builder;
    }

    static int waitFor(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Assertions.fail("the program did not end within " + PATIENCE_SECONDS + " seconds");
        }
        return process.exitValue();
    }
}
