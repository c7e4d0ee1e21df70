package org.breakwater.adapters.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.StoreFault;

/// An index in a schema of its own in a database of PostgreSQL. Nothing outside of that schema is read or touched, and
/// a schema of that name that is not an index is left alone. See app/docs/decisions/0034-an-index-for-many.md.
///
/// @param mostBytes how large its tables may become
record IndexServer(PostgresServer server, long mostBytes) implements IndexDatabase {

    /// Longer than a server takes to notice that a program which held the lock is gone.
    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(3);

    /// For a segment, whose writing goes through many statements.
    private static final Duration WRITER_PATIENCE = Duration.ofMinutes(5);

    private static final Duration READER_PATIENCE = Duration.ofMinutes(1);
    private static final int KEPT_CONNECTIONS = 8;
    private static final long APPLICATION = StoreFormat.INDEX.application();

    @Override
    public String name() {
        return server.address().toString();
    }

    /// The lock lasts as long as the connection, so that nobody who has lost it can write.
    @Override
    public Writer openToWrite() throws IndexException {
        try {
            var connection = server.connectToWrite(WRITER_PATIENCE, LOCK_PATIENCE);
            try {
                lock(connection);
                connection.setAutoCommit(false);
                prepare(connection);
                return new Writer(connection, () -> {});
            } catch (SQLException | IndexException | RuntimeException refused) {
                IndexDatabase.closeQuietly(connection);
                throw refused;
            }
        } catch (SQLException failed) {
            throw new IndexException(fault(failed), failed);
        }
    }

    @Override
    public Connection openToRead() throws IndexException {
        try {
            var connection = server.connectToRead(READER_PATIENCE);
            try {
                connection.setAutoCommit(false);
                if (recognised(connection) < StoreFormat.INDEX.newest()) {
                    throw new IndexException(new StoreFault.Absent(name()));
                }
                connection.rollback();
                return connection;
            } catch (SQLException | IndexException | RuntimeException refused) {
                IndexDatabase.closeQuietly(connection);
                throw refused;
            }
        } catch (SQLException failed) {
            throw new IndexException(fault(failed), failed);
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_advisory_lock(?)")) {
            statement.setLong(1, APPLICATION);
            statement.execute();
        }
    }

    private void prepare(Connection connection) throws SQLException, IndexException {
        var version = recognised(connection);
        if (!hasSchema(connection)) {
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("CREATE SCHEMA " + PostgresServer.SCHEMA);
            }
        }
        Migrations.run(connection, steps(), version, IndexServer::mark);
        connection.commit();
    }

    private static List<String> steps() {
        return StoreFormat.INDEX.steps().stream()
                .map(step -> "postgresql/" + step)
                .toList();
    }

    private static String mark(int version) {
        return "INSERT INTO format VALUES (1, " + APPLICATION + ", " + version
                + ") ON CONFLICT (one) DO UPDATE SET version = excluded.version";
    }

    private static boolean hasSchema(Connection connection) throws SQLException {
        return number(connection, "SELECT count(*) FROM pg_namespace WHERE nspname = '" + PostgresServer.SCHEMA + "'")
                > 0;
    }

    /// The index's format; 0 where there is nothing yet.
    private int recognised(Connection connection) throws SQLException, IndexException {
        var tables =
                "SELECT count(*) FROM pg_class WHERE relnamespace = to_regnamespace('" + PostgresServer.SCHEMA + "')";
        if (number(connection, tables) == 0) {
            return 0;
        }
        if (number(connection, tables + " AND relname = 'format' AND relkind = 'r'") == 0) {
            throw new IndexException(new StoreFault.NotAnIndex(name()));
        }
        var version =
                number(connection, "SELECT coalesce(max(version), 0) FROM format WHERE application = " + APPLICATION);
        if (version == 0) {
            throw new IndexException(new StoreFault.NotAnIndex(name()));
        }
        if (version > StoreFormat.INDEX.newest()) {
            throw new IndexException(new StoreFault.Newer(name(), (int) version, StoreFormat.INDEX.newest()));
        }
        return (int) version;
    }

    @Override
    public int keptConnections() {
        return KEPT_CONNECTIONS;
    }

    @Override
    public StoreFault fault(SQLException failed) {
        return PostgresFaults.of(name(), failed);
    }

    @Override
    public void requireRoom(Connection writer) throws SQLException, IndexException {
        if (number(writer, "SELECT pg_total_relation_size('log') + pg_total_relation_size('block')") > mostBytes) {
            throw new IndexException(new StoreFault.Full(name()));
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
