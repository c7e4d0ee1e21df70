package org.breakwater.adapters.storage;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.index.BlockRange;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.IndexMark;
import org.breakwater.core.index.IndexReader;
import org.breakwater.core.index.IndexState;
import org.breakwater.core.index.IndexStore;
import org.breakwater.core.index.LogQuery;
import org.breakwater.core.index.Segment;
import org.breakwater.core.index.StoreFault;
import org.breakwater.core.value.BlockRef;

/// An index in a database, with whoever keeps it. One thread writes; any thread reads.
final class DatabaseIndexStore implements IndexStore {

    private final IndexDatabase database;
    private final IndexDatabase.Writer writer;
    private final IndexReaders readers;

    private DatabaseIndexStore(IndexDatabase database, IndexDatabase.Writer writer, IndexReaders readers) {
        this.database = database;
        this.writer = writer;
        this.readers = readers;
    }

    /// Opens the store, or makes it.
    ///
    /// @throws IndexException with the {@link StoreFault} that keeps it from being used
    static DatabaseIndexStore open(IndexDatabase database, Protocol protocol) throws IndexException {
        var writer = database.openToWrite();
        try {
            var store = new DatabaseIndexStore(database, writer, new IndexReaders(database, protocol));
            store.claim(protocol);
            return store;
        } catch (IndexException | RuntimeException refused) {
            writer.close();
            throw refused;
        }
    }

    /// Insists that the store belongs to the protocol; a new one does from now on.
    private void claim(Protocol protocol) throws IndexException {
        if (!write(index -> index.claim(protocol))) {
            throw new IndexException(new StoreFault.OtherProtocol(database.name()));
        }
    }

    @Override
    public void append(Segment segment) throws IndexException {
        write(index -> {
            index.write(segment);
            return true;
        });
    }

    private <T> T write(Work<T> work) throws IndexException {
        var connection = writer.connection();
        try {
            var result = work.run(new SegmentWriter(connection));
            database.requireRoom(connection);
            connection.commit();
            return result;
        } catch (SQLException failed) {
            rollBack();
            throw new IndexException(database.fault(failed), failed);
        } catch (IndexException | RuntimeException failed) {
            rollBack();
            throw failed;
        }
    }

    private void rollBack() {
        try {
            writer.connection().rollback();
        } catch (SQLException ended) {
            // The database has ended the transaction itself: SQLite where the disk is full, a server that is gone.
        }
    }

    @Override
    public IndexState state() throws IndexException {
        return readers.read(IndexReader::state);
    }

    @Override
    public IndexMark mark() throws IndexException {
        return readers.read(IndexReader::mark);
    }

    @Override
    public Optional<BlockRef> newestUpTo(long height) throws IndexException {
        return readers.read(index -> index.newestUpTo(height));
    }

    @Override
    public void read(BlockRange range, Consumer<ChainLog> reader) throws IndexException {
        readers.read(index -> {
            index.read(range, reader);
            return true;
        });
    }

    @Override
    public int count(LogQuery query) throws IndexException {
        return readers.read(index -> index.count(query));
    }

    @Override
    public List<ChainLog> newest(LogQuery query, int offset, int limit) throws IndexException {
        return readers.read(index -> index.newest(query, offset, limit));
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
    }

    @FunctionalInterface
    private interface Work<T> {
        T run(SegmentWriter index) throws SQLException;
    }
}
