package org.breakwater.adapters.localnet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.breakwater.adapters.deployment.NodeIndexes;
import org.breakwater.adapters.storage.IndexStores;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.problem.ProblemException;

/// The index of the prepared world, read once by the program's own sync: every local network begins with the same
/// blocks. A program that finds it begins as at a second start, and proves the newest blocks by their hashes.
public final class ReadWorld {

    private static Optional<byte[]> index = Optional.empty();

    private ReadWorld() {}

    /// Reads it from a network on which nothing has happened yet, unless that was done before.
    public static synchronized void from(LocalNetwork network) throws ProblemException {
        if (index.isEmpty()) {
            index = Optional.of(read(network));
        }
    }

    /// Leaves it where a program will look for it.
    public static synchronized void into(Path file) {
        try {
            Files.write(file, index.orElseThrow());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static byte[] read(LocalNetwork network) throws ProblemException {
        var file = network.folder().resolve("read.sqlite");
        var description = network.description();
        try (var background = Executors.newVirtualThreadPerTaskExecutor()) {
            try (var open = new NodeIndexes(new IndexStores(Map.of()))
                    .open(description.rpc(), description.deployment(), file.toString())) {
                open.sync(background).run((_, _) -> {});
            }
            return Files.readAllBytes(file);
        } catch (IndexException | IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
