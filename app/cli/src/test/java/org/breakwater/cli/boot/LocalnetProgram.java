package org.breakwater.cli.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `breakwater localnet --json` as a process, from the moment it is ready.
public final class LocalnetProgram implements AutoCloseable {

    private final Process process;
    private final Path temporary;
    private final JsonNode document;
    private final Duration untilReady;

    private LocalnetProgram(Process process, Path temporary, JsonNode document, Duration untilReady) {
        this.process = process;
        this.temporary = temporary;
        this.document = document;
        this.untilReady = untilReady;
    }

    /// @param temporary folder for its temporary files
    public static LocalnetProgram start(Path temporary, String... arguments) throws IOException {
        var command = Stream.concat(Stream.of("localnet", "--json"), Stream.of(arguments))
                .toArray(String[]::new);
        var began = System.nanoTime();
        var process = Program.asBuilt().with("TMPDIR", temporary.toString()).start(command);
        var document = document(process.inputReader());
        return new LocalnetProgram(process, temporary, document, Duration.ofNanos(System.nanoTime() - began));
    }

    /// The one document, which ends with a line that is nothing but its last brace.
    private static JsonNode document(BufferedReader output) throws IOException {
        var text = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            text.append(line).append('\n');
            if (line.equals("}")) {
                return new JsonMapper().readTree(text.toString());
            }
        }
        throw new AssertionError("the local network did not start: " + text);
    }

    public Duration untilReady() {
        return untilReady;
    }

    public JsonNode document() {
        return document;
    }

    public String rpc() {
        return document.required("rpc").asString();
    }

    public String deployment() {
        return document.required("deployment").asString();
    }

    /// The address of a Safe by its name.
    public String safe(String name) {
        return document.required("safes")
                .valueStream()
                .filter(safe -> safe.required("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .required("address")
                .asString();
    }

    Process process() {
        return process;
    }

    /// The node that it started.
    public ProcessHandle anvil() {
        return process.descendants()
                .filter(handle -> handle.info().command().orElse("").endsWith("/anvil"))
                .findFirst()
                .orElseThrow();
    }

    /// Sends a signal to the program alone.
    void signal(String signal) throws IOException, InterruptedException {
        kill(signal, Long.toString(process.pid()));
    }

    /// Sends a signal to the program and its children, as a terminal does on Ctrl+C.
    void signalAll(String signal) throws IOException, InterruptedException {
        kill(signal, "-" + process.pid());
    }

    private static void kill(String signal, String target) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + signal, "--", target)
                .inheritIO()
                .start();
        assertThat(kill.waitFor()).isZero();
    }

    /// Waits until nothing is left: no child, no temporary file.
    void gone(List<ProcessHandle> children) throws IOException, InterruptedException {
        gone(temporary, children);
    }

    static void gone(Path temporary, List<ProcessHandle> children) throws IOException, InterruptedException {
        for (var child : children) {
            child.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        }
        for (int i = 0; i < 200 && !isEmpty(temporary); i++) {
            Thread.sleep(50);
        }
        assertThat(temporary).isEmptyDirectory();
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            Program.waitFor(process);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
