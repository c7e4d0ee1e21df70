package org.breakwater.adapters.localnet;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Anvil as a child process on loopback. No child and no file outlives this program.
public final class AnvilProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 3;
    private static final int MOST_OUTPUT = 8_192;
    private static final String STATE = "state.json";

    private final Process process;
    private final Path folder;
    private final Output output;
    private final EthereumNode node;

    private AnvilProcess(Process process, Path folder, Output output, EthereumNode node) {
        this.process = process;
        this.folder = folder;
        this.output = output;
        this.node = node;
    }

    /// Starts Anvil on a chain of its own and waits until it answers.
    ///
    /// @param binary the program
    /// @param wanted the port on loopback; a free one where empty
    /// @param arguments Anvil's own, besides host, port and folders
    public static AnvilProcess start(Path binary, OptionalInt wanted, List<String> arguments) throws ProblemException {
        return started(binary, wanted, arguments, null);
    }

    /// Starts Anvil on a state that was dumped before.
    public static AnvilProcess start(Path binary, OptionalInt wanted, List<String> arguments, State state)
            throws ProblemException {
        return started(binary, wanted, arguments, state);
    }

    /// Where Anvil's state comes from.
    @FunctionalInterface
    public interface State {
        /// Writes the state as Anvil reads it.
        void writeTo(Path file) throws ProblemException;
    }

    private static AnvilProcess started(Path binary, OptionalInt wanted, List<String> arguments, @Nullable State state)
            throws ProblemException {
        var attempts = wanted.isPresent() ? 1 : ATTEMPTS;
        for (int attempt = 1; attempt < attempts; attempt++) {
            try {
                return startAt(port(wanted), binary, arguments, state);
            } catch (PortTaken lost) {
                // Another program took the free port first; the next one is free again.
            }
        }
        var port = port(wanted);
        try {
            return startAt(port, binary, arguments, state);
        } catch (PortTaken lost) {
            throw taken(OptionalInt.of(port), lost);
        }
    }

    /// Between the look for a free port and its use another program took it.
    private static final class PortTaken extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static AnvilProcess startAt(int port, Path binary, List<String> arguments, @Nullable State state)
            throws ProblemException, PortTaken {
        try {
            var folder = Files.createTempDirectory("breakwater-anvil-");
            var process = SupervisedProgram.start(command(binary, port, folder, arguments, state != null), folder);
            furnish(process, folder, state);
            var anvil = awaited(process, folder, URI.create("http://127.0.0.1:" + port));
            // It is in the node's memory now, and large.
            Files.deleteIfExists(folder.resolve(STATE));
            return anvil;
        } catch (IOException cause) {
            throw new ProblemException(
                    Problem.of(
                            "Anvil could not be started: " + cause.getMessage() + ".",
                            "Check that " + binary + " may be run."),
                    cause);
        }
    }

    /// Fills the folder, then lets Anvil start in it.
    private static void furnish(Process process, Path folder, @Nullable State state)
            throws ProblemException, IOException {
        try {
            if (state != null) {
                state.writeTo(folder.resolve(STATE));
            }
        } catch (ProblemException | RuntimeException failed) {
            stop(process);
            throw failed;
        }
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    private static List<String> command(Path binary, int port, Path folder, List<String> arguments, boolean loads) {
        var command = new ArrayList<>(List.of(binary.toAbsolutePath().toString(), "--quiet"));
        command.addAll(List.of("--host", "127.0.0.1", "--port", Integer.toString(port)));
        command.addAll(List.of("--cache-path", folder.resolve("cache").toString()));
        command.addAll(List.of("--config-out", listening(folder).toString()));
        command.addAll(arguments);
        if (loads) {
            command.addAll(List.of("--load-state", folder.resolve(STATE).toString()));
        }
        return command;
    }

    /// Written by Anvil once it has its port. Whoever answers there before that is another program.
    private static Path listening(Path folder) {
        return folder.resolve("listening.json");
    }

    private static AnvilProcess awaited(Process process, Path folder, URI address) throws ProblemException, PortTaken {
        var output = Output.of(process.getInputStream());
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw stoppedEarly(process.exitValue(), output.text());
            }
            if (Files.exists(listening(folder))) {
                try {
                    return new AnvilProcess(process, folder, output, EthereumNode.connect(address));
                } catch (ProblemException notYet) {
                    // It listens and will answer in a moment.
                }
            }
            pause(process);
        }
        stop(process);
        throw new ProblemException(
                Problem.of("Anvil did not answer within " + START_LIMIT.toSeconds() + " seconds.", "Try again."));
    }

    private static ProblemException stoppedEarly(int code, String output) throws PortTaken {
        if (output.contains("Address already in use")) {
            throw new PortTaken();
        }
        var said = output.isBlank() ? "" : " It said: " + output.strip().replaceAll("\\s+", " ");
        return new ProblemException(Problem.of(
                "Anvil stopped while starting, with exit code " + code + "." + said,
                "Check its settings and its state file, or reset the local network."));
    }

    private static void pause(Process process) throws ProblemException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stop(process);
            throw new ProblemException(Problem.of("Starting the local network was cancelled.", ""), interrupted);
        }
    }

    private static int port(OptionalInt wanted) throws ProblemException {
        try (var probe = new ServerSocket(wanted.orElse(0), 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException | IllegalArgumentException taken) {
            throw taken(wanted, taken);
        }
    }

    private static ProblemException taken(OptionalInt port, Exception cause) {
        return new ProblemException(
                Problem.of(
                        port.isPresent()
                                ? "Port " + port.getAsInt() + " on this machine cannot be used; another program may"
                                        + " hold it."
                                : "No port is free on this machine.",
                        "Choose another port, or leave the choice to the program."),
                cause);
    }

    public EthereumNode node() {
        return node;
    }

    /// Anvil's home, temporary folder and cache; gone when Anvil is.
    public Path folder() {
        return folder;
    }

    /// Completes with Anvil's last words when it ends, whoever ended it.
    public CompletableFuture<String> ended() {
        return process.onExit().thenApply(_ -> output.text());
    }

    @Override
    public void close() {
        node.close();
        stop(process);
    }

    private static void stop(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException alreadyClosed) {
            // The pipe is closed, which is what was wanted.
        }
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// The end of what a process says, read as it speaks so that it never waits for a reader.
    private record Output(CompletableFuture<String> all) {

        static Output of(InputStream stream) {
            var all = new CompletableFuture<String>();
            Thread.ofVirtual().name("anvil-output").start(() -> all.complete(drain(stream)));
            return new Output(all);
        }

        private static String drain(InputStream stream) {
            var tail = new byte[0];
            var buffer = new byte[MOST_OUTPUT];
            try (stream) {
                for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                    tail = joined(tail, buffer, read);
                }
            } catch (IOException ended) {
                // The process is gone; what it said until now is kept.
            }
            return new String(tail, StandardCharsets.UTF_8);
        }

        private static byte[] joined(byte[] tail, byte[] more, int count) {
            var all = Arrays.copyOf(tail, tail.length + count);
            System.arraycopy(more, 0, all, tail.length, count);
            return all.length <= MOST_OUTPUT ? all : Arrays.copyOfRange(all, all.length - MOST_OUTPUT, all.length);
        }

        String text() {
            return all.completeOnTimeout("", 2, TimeUnit.SECONDS).join();
        }
    }
}
