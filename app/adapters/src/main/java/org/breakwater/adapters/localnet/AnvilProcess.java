package org.breakwater.adapters.localnet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// Anvil as a child process on loopback.
///
/// A shell stands between this program and Anvil and reads from a pipe that only this program holds: however this
/// program ends, SIGKILL included, the pipe closes, and the shell stops Anvil and removes its folder.
public final class AnvilProcess implements AutoCloseable {

    /// Arguments: Anvil's folder, then Anvil and its own arguments. File descriptor 3 is the pipe.
    private static final String SUPERVISOR = """
        folder=$1; shift
        trap '' INT TERM HUP
        exec 3<&0
        (trap - INT TERM HUP; exec "$@" </dev/null 3<&-) &
        node=$!
        {
          while read -r line <&3; do :; done
          kill -TERM "$node" 2>/dev/null
          count=0
          while kill -0 "$node" 2>/dev/null && [ $count -lt 50 ]; do sleep 0.1; count=$((count + 1)); done
          kill -KILL "$node" 2>/dev/null
          rm -rf "$folder"
        } >/dev/null 2>&1 &
        guard=$!
        exec 3<&-
        wait "$node"
        code=$?
        kill -KILL "$guard" 2>/dev/null
        rm -rf "$folder"
        exit $code
        """;

    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final Process process;
    private final Path folder;
    private final EthereumNode node;

    private AnvilProcess(Process process, Path folder, EthereumNode node) {
        this.process = process;
        this.folder = folder;
        this.node = node;
    }

    /// Starts Anvil on a free port.
    ///
    /// @param arguments Anvil's own, besides its port, host and folders
    public static AnvilProcess start(List<String> arguments) throws ProblemException {
        return start(AnvilBinary.find(), freePort(), arguments);
    }

    public static AnvilProcess start(Path binary, int port, List<String> arguments) throws ProblemException {
        refuseTakenPort(port);
        try {
            var folder = Files.createTempDirectory("breakwater-anvil-");
            var process = spawn(binary, port, folder, arguments);
            return awaited(process, folder, URI.create("http://127.0.0.1:" + port));
        } catch (IOException cause) {
            throw new ProblemException(
                    Problem.of(
                            "Anvil could not be started: " + cause.getMessage() + ".",
                            "Check that " + binary + " may be run."),
                    cause);
        }
    }

    private static Process spawn(Path binary, int port, Path folder, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", SUPERVISOR, "breakwater-anvil", folder.toString()));
        command.addAll(List.of(binary.toString(), "--host", "127.0.0.1", "--port", Integer.toString(port)));
        command.addAll(List.of("--cache-path", folder.resolve("cache").toString(), "--quiet"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().put("TMPDIR", folder.toString());
        builder.environment().put("HOME", folder.toString());
        var output = ProcessBuilder.Redirect.to(folder.resolve("output").toFile());
        return builder.redirectOutput(output).redirectErrorStream(true).start();
    }

    private static AnvilProcess awaited(Process process, Path folder, URI address) throws ProblemException {
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new ProblemException(
                        Problem.of("Anvil stopped while starting, with exit code " + process.exitValue() + ".", ""));
            }
            try {
                return new AnvilProcess(process, folder, EthereumNode.connect(address));
            } catch (ProblemException notYet) {
                pause();
            }
        }
        stop(process);
        throw new ProblemException(
                Problem.of("Anvil did not answer within " + START_LIMIT.toSeconds() + " seconds.", "Try again."));
    }

    private static void pause() throws ProblemException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.of("Starting the local network was cancelled.", ""), interrupted);
        }
    }

    private static void refuseTakenPort(int port) throws ProblemException {
        try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            probe.setReuseAddress(true);
        } catch (IOException taken) {
            throw new ProblemException(
                    Problem.of("Port " + port + " is taken by another program.", "Choose another port."), taken);
        }
    }

    private static int freePort() throws ProblemException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException cause) {
            throw new ProblemException(Problem.of("No port is free on this machine.", "Try again."), cause);
        }
    }

    public EthereumNode node() {
        return node;
    }

    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        node.close();
        stop(process);
    }

    private static void stop(Process process) {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException alreadyClosed) {
            process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
