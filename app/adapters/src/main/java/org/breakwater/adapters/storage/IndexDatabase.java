package org.breakwater.adapters.storage;

import java.sql.Connection;
import java.sql.SQLException;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.StoreFault;

/// A database that holds an index, with all in which one kind of database differs from another. Whatever is asked of
/// its tables is the same for all: {@link IndexRows} and {@link SegmentWriter}.
sealed interface IndexDatabase permits IndexFile, IndexServer {

    /// As sentences name it, without anything that is secret.
    String name();

    /// Opens it for its only writer, makes it where there is none, and brings it to the newest format.
    Writer openToWrite() throws IndexException;

    /// Opens it, in the newest format, for a reader. What the connection reads in one transaction is of one moment.
    Connection openToRead() throws IndexException;

    /// How many connections of readers are kept open between two readings.
    int keptConnections();

    StoreFault fault(SQLException failed);

    /// Insists that what is being written leaves the index within its bounds, where the database does not do so itself.
    void requireRoom(Connection writer) throws SQLException, IndexException;

    /// The only connection that writes, in a transaction at all times.
    ///
    /// @param lock what keeps others from writing, gone when it is closed
    record Writer(Connection connection, Lock lock) implements AutoCloseable {

        @Override
        public void close() {
            closeQuietly(connection);
            lock.close();
        }
    }

    /// What keeps others from writing.
    @FunctionalInterface
    interface Lock extends AutoCloseable {
        @Override
        void close();
    }

    /// What is committed is safe, and nothing else is to be kept.
    static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            // The next one finds what was committed.
        }
    }
}
