package org.breakwater.adapters.webhook;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.breakwater.core.delivery.Carrier;
import org.breakwater.core.delivery.Channel;
import org.breakwater.core.delivery.Message;
import org.breakwater.core.delivery.Outcome;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Starts a program for each message, without a shell, and hands it the message on its standard input. It sees of the
/// environment `PATH` and `HOME`; what it prints goes nowhere; after its time it is ended with all that it started.
final class CommandCarrier implements Carrier {

    static final int CAPACITY = 500;

    /// By which a program says that it will not take this message (EX_DATAERR of sysexits.h).
    static final int REFUSES = 65;

    private static final List<String> KEPT = List.of("PATH", "HOME");
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final List<String> words;
    private final Duration limit;
    private final Map<String, String> environment;
    private final AlertDocument document;
    private volatile boolean closed;
    private volatile @Nullable Process running;

    private CommandCarrier(Channel.Command command, Map<String, String> environment, AlertDocument document) {
        this.words = command.words();
        this.limit = command.limit();
        this.environment = environment;
        this.document = document;
    }

    /// @param environment of this program
    /// @throws ProblemException where there is no such program, or others may exchange it
    static CommandCarrier open(Channel.Command command, Map<String, String> environment, AlertDocument document)
            throws ProblemException {
        var program = Path.of(command.words().getFirst());
        if (!program.isAbsolute() || !Files.isRegularFile(program) || !Files.isExecutable(program)) {
            throw new ProblemException(
                    Problem.of("There is no program at " + program + ".", "Name a program with its whole path."));
        }
        requireOwn(program);
        return new CommandCarrier(command, environment, document);
    }

    private static void requireOwn(Path program) throws ProblemException {
        try {
            var modes = Files.getFileAttributeView(program, PosixFileAttributeView.class);
            if (modes != null
                    && modes.readAttributes().permissions().stream()
                            .anyMatch(right -> right == PosixFilePermission.GROUP_WRITE
                                    || right == PosixFilePermission.OTHERS_WRITE)) {
                throw new ProblemException(new Problem(
                        "Others may write to the program " + program + ".",
                        "They could let this program run theirs.",
                        "Take that right away, as with chmod go-w."));
            }
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.of(program + " could not be looked at: " + failed.getMessage() + ".", "Check the path."),
                    failed);
        }
    }

    @Override
    public String where() {
        return words.getFirst();
    }

    @Override
    public int capacity() {
        return CAPACITY;
    }

    @Override
    public Outcome carry(Message message) {
        try {
            var process = started();
            running = process;
            try {
                return outcome(process, document.text(message));
            } finally {
                end(process);
                running = null;
            }
        } catch (IOException failed) {
            return new Outcome.Later("The program " + name() + " could not be started.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Outcome.Ended();
        }
    }

    private Process started() throws IOException {
        var builder = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        var folder = Optional.ofNullable(Path.of(words.getFirst()).getRoot());
        folder.map(Path::toFile).filter(File::isDirectory).ifPresent(builder::directory);
        builder.environment().clear();
        for (var name : KEPT) {
            var value = environment.get(name);
            if (value != null) {
                builder.environment().put(name, value);
            }
        }
        return builder.start();
    }

    /// A program that does not read its input must not hold this one up, so that it is written beside.
    private Outcome outcome(Process process, String text) throws InterruptedException {
        Thread.ofVirtual().start(() -> write(process.getOutputStream(), text));
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            return new Outcome.Later(
                    "The program " + name() + " did not end within " + limit.toSeconds() + " s and was ended.");
        }
        if (closed) {
            return new Outcome.Ended();
        }
        var code = process.exitValue();
        return switch (code) {
            case 0 -> new Outcome.Taken();
            case REFUSES -> new Outcome.Refused("The program " + name() + " ended with " + code + ".");
            default -> new Outcome.Later("The program " + name() + " ended with " + code + ".");
        };
    }

    private static void write(OutputStream input, String text) {
        try (input) {
            input.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unread) {
            // The program need not read it; its exit code counts.
        }
    }

    private String name() {
        return words.getFirst();
    }

    private static void end(Process process) {
        var children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        var process = running;
        if (process != null) {
            end(process);
        }
    }
}
