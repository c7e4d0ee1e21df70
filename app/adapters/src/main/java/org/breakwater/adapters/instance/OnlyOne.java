package org.breakwater.adapters.instance;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.breakwater.adapters.files.PrivateFolder;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// The one program of its user that has a name: the system holds the lock for as long as the process lives, so
/// that what a killed process leaves behind is in nobody's way. Who comes second says so over a socket of the
/// Unix domain, in a folder that its owner alone may enter, and hands over the file that it was started with.
public final class OnlyOne implements AutoCloseable {

    private static final String GREETING = "breakwater-open/1";
    private static final String ANSWER = "here";
    private static final int MOST_BYTES = 8 << 10;

    /// How long the first one may take to be ready for a second, or to answer.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final long PAUSE_MILLIS = 50;

    private final FileChannel lock;
    private final @Nullable ServerSocketChannel door;
    private final Path socket;
    private final List<Optional<Path>> early = new ArrayList<>();
    private @Nullable Consumer<Optional<Path>> told;

    private OnlyOne(FileChannel lock, @Nullable ServerSocketChannel door, Path socket) {
        this.lock = lock;
        this.door = door;
        this.socket = socket;
    }

    /// Takes a name.
    ///
    /// @param folder of this user, made where there is none
    /// @param name letters, digits and hyphens
    /// @return empty where another program has it
    /// @throws ProblemException where the folder is not its user's alone, or nothing can be written there
    public static Optional<OnlyOne> take(Path folder, String name) throws ProblemException {
        var own = PrivateFolder.make(folder);
        try {
            var lock =
                    FileChannel.open(own.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(lock)) {
                lock.close();
                return Optional.empty();
            }
            return Optional.of(ready(lock, own.resolve(name + ".sock")));
        } catch (IOException failed) {
            throw new ProblemException(
                    new Problem(
                            "It could not be found out whether Breakwater is open already: " + failed.getMessage()
                                    + ".",
                            "Two windows on one network would read everything twice.",
                            "Make " + own + " writable."),
                    failed);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    private static OnlyOne ready(FileChannel lock, Path socket) throws IOException {
        Files.deleteIfExists(socket); // whoever has the lock knows that nobody listens there
        var one = new OnlyOne(lock, listening(socket), socket);
        if (one.door != null) {
            Thread.ofVirtual().name("second starts").start(one::serve);
        }
        return one;
    }

    /// A path may be too long for a socket: a second one is then still kept away, and nobody hears of it.
    private static @Nullable ServerSocketChannel listening(Path socket) throws IOException {
        var door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            return door.bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException tooLong) {
            door.close();
            return null;
        }
    }

    /// Says who is to be told of second starts, each with the file that it was started with. Those that came before are
    /// told at once.
    public synchronized void tell(Consumer<Optional<Path>> whom) {
        told = whom;
        early.forEach(whom);
        early.clear();
    }

    private synchronized void came(Optional<Path> file) {
        if (told == null) {
            early.add(file);
        } else {
            told.accept(file);
        }
    }

    private void serve() {
        while (door != null && door.isOpen()) {
            try (var second = door.accept()) {
                // one at a time, and none for longer than a person waits
                within(() -> hear(second));
            } catch (ClosedChannelException ended) {
                return;
            } catch (IOException spoken) {
                // whoever breaks off has said nothing; where nobody can be let in, it is not asked without a rest
                pause();
            }
        }
    }

    /// @return whether it was understood
    private boolean hear(SocketChannel second) throws IOException {
        var read = new String(Channels.newInputStream(second).readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        var lines = read.split("\n", -1);
        if (lines.length == 3 && lines[0].equals(GREETING) && lines[2].isEmpty()) {
            came(file(lines[1]));
            second.write(ByteBuffer.wrap(ANSWER.getBytes(StandardCharsets.UTF_8)));
            return true;
        }
        return false;
    }

    private static Optional<Path> file(String text) {
        try {
            return Optional.of(text)
                    .filter(path -> !path.isEmpty())
                    .map(Path::of)
                    .filter(Path::isAbsolute);
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    /// Tells whoever has a name that somebody wants to see it.
    ///
    /// @param file that is to be opened there
    /// @return whether it answered
    public static boolean call(Path folder, String name, Optional<Path> file) {
        var message = GREETING + "\n"
                + file.map(path -> path.toAbsolutePath().toString()).orElse("") + "\n";
        var until = System.nanoTime() + PATIENCE.toNanos();
        do {
            try (var first = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                return ANSWER.equals(within(() -> said(first, folder.resolve(name + ".sock"), message)));
            } catch (IOException notYet) {
                pause();
            }
        } while (System.nanoTime() < until && !Thread.currentThread().isInterrupted());
        return false;
    }

    private static String said(SocketChannel first, Path socket, String message) throws IOException {
        first.connect(UnixDomainSocketAddress.of(socket));
        first.write(ByteBuffer.wrap(message.getBytes(StandardCharsets.UTF_8)));
        first.shutdownOutput();
        return new String(Channels.newInputStream(first).readNBytes(ANSWER.length()), StandardCharsets.UTF_8);
    }

    @FunctionalInterface
    private interface Talk<T> {
        T done() throws IOException;
    }

    private static <T> T within(Talk<T> talk) throws IOException {
        var said = new CompletableFuture<T>();
        Thread.ofVirtual().start(() -> {
            try {
                said.complete(talk.done());
            } catch (IOException | RuntimeException broken) {
                said.completeExceptionally(broken);
            }
        });
        try {
            return said.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException broken) {
            throw new IOException("no answer", broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("no answer", interrupted);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Gives the name back.
    @Override
    public void close() {
        try {
            if (door != null) {
                door.close();
                Files.deleteIfExists(socket);
            }
            lock.close();
        } catch (IOException ended) {
            // the system gives back what the process had
        }
    }
}
