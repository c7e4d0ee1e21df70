package org.breakwater.adapters.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.StoreFault;

/// That this program alone writes to a store: a lock of the operating system on a file beside it, gone with the program
/// however that ends.
final class StoreLock implements AutoCloseable {

    private final FileChannel channel;

    private StoreLock(FileChannel channel) {
        this.channel = channel;
    }

    static StoreLock take(Path store) throws IndexException {
        var path = store.resolveSibling(store.getFileName() + ".lock");
        try {
            var channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                return new StoreLock(channel);
            }
            channel.close();
            throw new IndexException(new StoreFault.InUse(store.toString()));
        } catch (AccessDeniedException denied) {
            throw new IndexException(new StoreFault.ReadOnly(store.toString()), denied);
        } catch (FileSystemException refused) {
            throw new IndexException(SqliteFaults.of(store, refused), refused);
        } catch (IOException broken) {
            throw new IndexException(
                    new StoreFault.Unusable(store.toString(), String.valueOf(broken.getMessage())), broken);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldHere) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // The lock goes with the program at the latest.
        }
    }
}
