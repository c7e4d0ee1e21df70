package org.breakwater.adapters.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// Has one change of a file happen after the other, in this program and in others that run at the same time: who reads,
/// changes and writes a file in turn loses nobody's change. The turn is kept in a file beside it, because the file
/// itself is replaced by each change.
public final class ExclusiveFile {

    private static final Map<Path, ReentrantLock> TURNS = new ConcurrentHashMap<>();

    private ExclusiveFile() {}

    /// What is done in turn.
    @FunctionalInterface
    public interface Change<T> {
        T done() throws ProblemException;
    }

    /// Waits for the turn, and does it.
    ///
    /// @param file in a folder that is there
    public static <T> T change(Path file, Change<T> change) throws ProblemException {
        var path = file.toAbsolutePath().normalize();
        var turn = TURNS.computeIfAbsent(path, _ -> new ReentrantLock());
        turn.lock();
        try (var channel = FileChannel.open(
                        path.resolveSibling("." + path.getFileName() + ".lock"),
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        WholeFile.ownerOnly(path));
                var held = channel.lock()) {
            if (!held.isValid()) {
                throw new IOException("its lock was lost");
            }
            return change.done();
        } catch (IOException failed) {
            throw new ProblemException(
                    new Problem(
                            file + " could not be held: " + failed.getMessage() + ".",
                            "It was not changed: another console could be changing it.",
                            "Make its folder writable, then try again."),
                    failed);
        } finally {
            turn.unlock();
        }
    }
}
