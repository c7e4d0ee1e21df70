package org.breakwater.adapters.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.index.BlockRange;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.IndexState;
import org.breakwater.core.index.IndexStore;
import org.breakwater.core.index.LogQuery;
import org.breakwater.core.index.Segment;
import org.breakwater.core.index.StoreFault;
import org.breakwater.core.value.BlockRef;

/// The index in one file of SQLite. One thread writes; any thread reads.
public final class SqliteIndexStore implements IndexStore {

    /// 64 GiB: a hundred million events.
    private static final long MOST_BYTES = 64L << 30;

    private final Path path;
    private final StoreLock lock;
    private final Connection writer;

    private SqliteIndexStore(Path path, StoreLock lock, Connection writer) {
        this.path = path;
        this.lock = lock;
        this.writer = writer;
    }

    /// Opens the store, or makes it. It takes no more of the disk than any protocol needs.
    ///
    /// @throws IndexException with the {@link StoreFault} that keeps it from being used
    public static SqliteIndexStore open(Path path, Deployment deployment) throws IndexException {
        return open(path, deployment, MOST_BYTES);
    }

    /// @param mostBytes how large the file may become; beyond it is a full disk
    public static SqliteIndexStore open(Path path, Deployment deployment, long mostBytes) throws IndexException {
        var lock = StoreLock.take(path);
        try {
            var store = new SqliteIndexStore(path, lock, StoreFile.openToWrite(path, StoreFormat.INDEX));
            store.bound(mostBytes);
            store.claim(Protocol.of(deployment));
            return store;
        } catch (IndexException | RuntimeException refused) {
            lock.close();
            throw refused;
        }
    }

    private void bound(long mostBytes) throws IndexException {
        try {
            StoreFile.bound(writer, mostBytes);
        } catch (SQLException failed) {
            closeQuietly(writer);
            throw SqliteFaults.exception(path, failed);
        }
    }

    /// Insists that the store belongs to the protocol; a new one does from now on.
    private void claim(Protocol protocol) throws IndexException {
        try {
            if (!write(() -> new SegmentWriter(writer).claim(protocol))) {
                throw new IndexException(new StoreFault.OtherProtocol(path.toString()));
            }
        } catch (IndexException | RuntimeException refused) {
            closeQuietly(writer);
            throw refused;
        }
    }

    @Override
    public IndexState state() throws IndexException {
        return read(IndexReader::state);
    }

    @Override
    public Optional<BlockRef> newestUpTo(long height) throws IndexException {
        return read(index -> index.newestUpTo(height));
    }

    @Override
    public void append(Segment segment) throws IndexException {
        write(() -> {
            new SegmentWriter(writer).write(segment);
            return true;
        });
    }

    @Override
    public void read(BlockRange range, Consumer<ChainLog> reader) throws IndexException {
        read(index -> {
            index.logs(range, reader);
            return true;
        });
    }

    @Override
    public int count(LogQuery query) throws IndexException {
        return read(index -> index.count(query));
    }

    @Override
    public List<ChainLog> newest(LogQuery query, int offset, int limit) throws IndexException {
        return read(index -> index.newest(query, offset, limit));
    }

    private <T> T write(Work<T> work) throws IndexException {
        try {
            var result = work.run();
            writer.commit();
            return result;
        } catch (SQLException failed) {
            rollBack();
            throw SqliteFaults.exception(path, failed);
        } catch (RuntimeException failed) {
            rollBack();
            throw failed;
        }
    }

    private void rollBack() {
        try {
            writer.rollback();
        } catch (SQLException ended) {
            // SQLite has ended the transaction itself, as it does where the disk is full.
        }
    }

    private <T> T read(Reading<T> reading) throws IndexException {
        try (var connection = StoreFile.openToRead(path)) {
            return reading.read(new IndexReader(connection));
        } catch (SQLException failed) {
            throw SqliteFaults.exception(path, failed);
        }
    }

    @Override
    public void close() {
        closeQuietly(writer);
        lock.close();
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            // What is committed is on the disk; the next start finds it.
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws SQLException;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(IndexReader reader) throws SQLException;
    }
}
