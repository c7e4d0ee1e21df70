package org.breakwater.adapters.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.StoreFault;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// A file of SQLite for what people make here: few rows, each on the disk when the call that wrote it returns. One
/// program writes; the one who holds it lets one thread in at a time.
final class SmallStore implements AutoCloseable {

    /// What is kept, in the words of its problems.
    ///
    /// @param name "the drafts"
    /// @param loss what it means that the file is damaged, a sentence
    /// @param full what it means that there is no room, a sentence
    record Kept(String name, String loss, String full) {}

    private final Path path;
    private final Kept kept;
    private final StoreLock lock;
    private final Connection connection;

    private SmallStore(Path path, Kept kept, StoreLock lock, Connection connection) {
        this.path = path;
        this.kept = kept;
        this.lock = lock;
        this.connection = connection;
    }

    /// Opens the file, or makes it.
    static SmallStore open(Path path, StoreFormat format, Kept kept) throws ProblemException {
        try {
            var lock = StoreLock.take(path);
            try {
                return new SmallStore(path, kept, lock, StoreFile.openToWrite(path, format));
            } catch (IndexException | RuntimeException refused) {
                lock.close();
                throw refused;
            }
        } catch (IndexException refused) {
            throw problem(path, kept, refused);
        }
    }

    /// Writes one statement as a transaction of its own.
    ///
    /// @return how many rows it changed
    int write(String sql, Binding binding) throws ProblemException {
        try (var statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            var rows = statement.executeUpdate();
            connection.commit();
            return rows;
        } catch (SQLException failed) {
            rollBack();
            throw problem(path, kept, SqliteFaults.exception(path, failed));
        }
    }

    /// Writes several statements as one transaction.
    void together(Writing writing) throws ProblemException {
        try {
            writing.write(connection);
            connection.commit();
        } catch (SQLException failed) {
            rollBack();
            throw problem(path, kept, SqliteFaults.exception(path, failed));
        } catch (RuntimeException fault) {
            rollBack();
            throw fault;
        }
    }

    private void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException ended) {
            // SQLite has ended the transaction itself, as it does where the disk is full.
        }
    }

    <T> List<T> read(String sql, Binding binding, Row<T> reading) throws ProblemException {
        try {
            var rows = rows(sql, binding, reading);
            connection.commit();
            return rows;
        } catch (SQLException failed) {
            rollBack();
            throw problem(path, kept, SqliteFaults.exception(path, failed));
        }
    }

    /// Reads inside of another reading.
    <T> List<T> rows(String sql, Binding binding, Row<T> reading) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            var rows = new ArrayList<T>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reading.read(result));
                }
            }
            return rows;
        }
    }

    private static ProblemException problem(Path path, Kept kept, IndexException refused) {
        var what = "The file of " + kept.name() + " at " + path;
        var problem = refused.fault() instanceof StoreFault fault
                ? switch (fault) {
                    case StoreFault.ReadOnly _ ->
                        Problem.of(what + " may not be written to.", "Make the file and its folder writable.");
                    case StoreFault.Full _ ->
                        new Problem(
                                "There is no room left for " + kept.name() + " at " + path + ".",
                                kept.full(),
                                "Free some space, then try again.");
                    case StoreFault.Corrupt(var _, var why) ->
                        new Problem(
                                what + " is damaged: " + why + ".",
                                kept.loss(),
                                "Bring back a copy of the file, and check the disk.");
                    case StoreFault.InUse _ ->
                        Problem.of(
                                "Another Breakwater keeps " + kept.name() + " at " + path + ".",
                                "Close the other one.");
                    case StoreFault.Newer(var _, var version, var known) ->
                        new Problem(
                                what + " was made by a newer Breakwater (format " + version
                                        + "; this one knows formats up to " + known + ").",
                                "It was left as it is.",
                                "Use the newer Breakwater.");
                    case StoreFault.NotAnIndex _, StoreFault.OtherProtocol _ ->
                        new Problem(
                                path + " is no file of " + kept.name() + ".",
                                "It was left as it is.",
                                "Choose another file.");
                    // A file that is opened to be written to is made, and is on no server.
                    case StoreFault.Absent _, StoreFault.Unreachable _, StoreFault.Denied _, StoreFault.Crowded _ ->
                        refused.fault().problem();
                    case StoreFault.Unusable(var _, var why) ->
                        Problem.of(
                                what + " cannot be used: " + why + ".", "Check the path and the disk, then try again.");
                }
                : refused.fault().problem();
        return new ProblemException(problem, refused);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            // What is committed is on the disk; the next start finds it.
        } finally {
            lock.close();
        }
    }

    @FunctionalInterface
    interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    interface Writing {
        void write(Connection connection) throws SQLException;
    }

    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
