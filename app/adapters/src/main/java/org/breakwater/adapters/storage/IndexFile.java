package org.breakwater.adapters.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.StoreFault;

/// An index in one file of SQLite.
///
/// @param mostBytes how large the file may become; beyond it is a full disk
record IndexFile(Path path, long mostBytes) implements IndexDatabase {

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public Writer openToWrite() throws IndexException {
        var lock = StoreLock.take(path);
        try {
            return new Writer(bound(StoreFile.openToWrite(path, StoreFormat.INDEX)), lock::close);
        } catch (IndexException | RuntimeException refused) {
            lock.close();
            throw refused;
        }
    }

    private Connection bound(Connection connection) throws IndexException {
        try {
            StoreFile.bound(connection, mostBytes);
            return connection;
        } catch (SQLException failed) {
            IndexDatabase.closeQuietly(connection);
            throw new IndexException(fault(failed), failed);
        }
    }

    @Override
    public Connection openToRead() throws IndexException {
        return StoreFile.openToRead(path, StoreFormat.INDEX);
    }

    /// Another file in its place is noticed at the next reading.
    @Override
    public int keptConnections() {
        return 0;
    }

    @Override
    public StoreFault fault(SQLException failed) {
        return SqliteFaults.of(path, failed);
    }

    /// The file was bounded when it was opened.
    @Override
    public void requireRoom(Connection writer) {}
}
