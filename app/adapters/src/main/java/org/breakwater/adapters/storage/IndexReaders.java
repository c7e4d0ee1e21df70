package org.breakwater.adapters.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.IndexFault;
import org.breakwater.core.index.IndexReader;
import org.breakwater.core.index.StoreFault;

/// The readers of one index: some at once, each with a connection of its own and a transaction that begins with its
/// first question. The others wait, for a while.
final class IndexReaders implements AutoCloseable {

    private static final int MOST_AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final IndexDatabase database;
    private final Protocol protocol;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE, true);
    private final ConcurrentLinkedDeque<Connection> kept = new ConcurrentLinkedDeque<>();
    private volatile boolean isClosed;

    IndexReaders(IndexDatabase database, Protocol protocol) {
        this.database = database;
        this.protocol = protocol;
    }

    /// What is asked of an index as of one moment.
    @FunctionalInterface
    interface Reading<T, E extends Exception> {
        T read(IndexReader index) throws IndexException, E;
    }

    <T, E extends Exception> T read(Reading<T, E> reading) throws IndexException, E {
        enter();
        try {
            var connection = begun();
            var isWhole = false;
            try (var reader = new MomentReader(database, connection)) {
                var answer = reading.read(reader);
                isWhole = true;
                return answer;
            } finally {
                end(connection, isWhole);
            }
        } finally {
            places.release();
        }
    }

    private void enter() throws IndexException {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IndexException(new StoreFault.Crowded(database.name()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IndexException(new IndexFault.Cancelled(), interrupted);
        }
    }

    /// A connection whose transaction has begun, in an index that is still the protocol's.
    private Connection begun() throws IndexException {
        for (var connection = kept.poll(); connection != null; connection = kept.poll()) {
            try {
                if (isOurs(connection)) {
                    return connection;
                }
            } catch (SQLException broken) {
                // The server was started anew, or the index was made anew, since it was opened.
            }
            IndexDatabase.closeQuietly(connection);
        }
        var connection = database.openToRead();
        try {
            requireOurs(connection);
            return connection;
        } catch (SQLException failed) {
            IndexDatabase.closeQuietly(connection);
            throw new IndexException(database.fault(failed), failed);
        } catch (IndexException | RuntimeException refused) {
            IndexDatabase.closeQuietly(connection);
            throw refused;
        }
    }

    private boolean isOurs(Connection connection) throws SQLException {
        return new IndexRows(connection).protocol().equals(Optional.of(protocol.fingerprint()));
    }

    private void requireOurs(Connection connection) throws SQLException, IndexException {
        if (isOurs(connection)) {
            return;
        }
        var name = database.name();
        throw new IndexException(
                new IndexRows(connection).protocol().isEmpty()
                        ? new StoreFault.Absent(name)
                        : new StoreFault.OtherProtocol(name));
    }

    private void end(Connection connection, boolean isWhole) {
        try {
            if (isWhole && !isClosed && kept.size() < database.keptConnections()) {
                connection.rollback();
                kept.push(connection);
                closeKeptIfClosed();
                return;
            }
        } catch (SQLException broken) {
            // What was read is whole; only the connection is of no more use.
        }
        IndexDatabase.closeQuietly(connection);
    }

    /// Where the last reading ended while this was being closed.
    private void closeKeptIfClosed() {
        if (isClosed) {
            close();
        }
    }

    @Override
    public void close() {
        isClosed = true;
        for (var connection = kept.poll(); connection != null; connection = kept.poll()) {
            IndexDatabase.closeQuietly(connection);
        }
    }
}
