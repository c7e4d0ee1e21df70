package org.breakwater.adapters.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.StoreFault;
import org.sqlite.SQLiteConfig;

/// A store's file, opened the way that keeps what is acknowledged: see app/docs/decisions/0013-the-index-in-sqlite.md.
final class StoreFile {

    private static final int BUSY_MILLISECONDS = 5_000;
    private static final int CACHE_KIBIBYTES = 64 << 10;
    private static final int CHECKPOINT_PAGES = 4_000;

    private StoreFile() {}

    /// Opens the file for its only writer, makes it where there is none, and brings it to the newest format.
    static Connection openToWrite(Path path, StoreFormat format) throws IndexException {
        requireWritable(path);
        try {
            var connection = connect(path, false);
            try {
                prepare(path, connection, format);
                return connection;
            } catch (SQLException | IndexException | RuntimeException refused) {
                connection.close();
                throw refused;
            }
        } catch (SQLException failed) {
            throw SqliteFaults.exception(path, failed);
        }
    }

    /// Opens a file that is there, in the newest format, for a reader.
    static Connection openToRead(Path path, StoreFormat format) throws IndexException {
        if (Files.notExists(path)) {
            throw new IndexException(new StoreFault.Absent(path.toString()));
        }
        try {
            var connection = connect(path, true);
            try {
                if (recognised(path, connection, format) < format.newest()) {
                    throw new IndexException(new StoreFault.Absent(path.toString()));
                }
                connection.setAutoCommit(false);
                return connection;
            } catch (SQLException | IndexException | RuntimeException refused) {
                connection.close();
                throw refused;
            }
        } catch (SQLException failed) {
            throw SqliteFaults.exception(path, failed);
        }
    }

    /// SQLite opens what it may not write to and says so only later, and makes a file where a link leads to none.
    private static void requireWritable(Path path) throws IndexException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new IndexException(new StoreFault.NotAnIndex(path.toString()));
        }
        if (Files.isSymbolicLink(path) && Files.notExists(path)) {
            throw new IndexException(new StoreFault.Unusable(path.toString(), "it leads to a file that is not there"));
        }
        if (Files.exists(path) && !Files.isWritable(path)) {
            throw new IndexException(new StoreFault.ReadOnly(path.toString()));
        }
    }

    private static Connection connect(Path path, boolean readOnly) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setBusyTimeout(BUSY_MILLISECONDS);
        config.setGetGeneratedKeys(false);
        config.enableLoadExtension(false);
        return config.createConnection("jdbc:sqlite:" + path.toAbsolutePath());
    }

    private static void prepare(Path path, Connection connection, StoreFormat format)
            throws SQLException, IndexException {
        var version = recognised(path, connection, format);
        for (var setting : new String[] {
            "journal_mode = WAL",
            "synchronous = FULL",
            "fullfsync = ON",
            "checkpoint_fullfsync = ON",
            "foreign_keys = ON",
            "trusted_schema = OFF",
            "cell_size_check = ON",
            "temp_store = MEMORY",
            "cache_size = -" + CACHE_KIBIBYTES,
            "wal_autocheckpoint = " + CHECKPOINT_PAGES,
            "application_id = " + format.application()
        }) {
            execute(connection, "PRAGMA " + setting);
        }
        requireSound(path, connection);
        connection.setAutoCommit(false);
        Migrations.run(connection, format.steps(), version, step -> "PRAGMA user_version = " + step);
    }

    /// The store's format; 0 for an empty file.
    private static int recognised(Path path, Connection connection, StoreFormat format)
            throws SQLException, IndexException {
        var application = number(connection, "PRAGMA application_id");
        var version = number(connection, "PRAGMA user_version");
        var tables = number(connection, "SELECT count(*) FROM sqlite_schema");
        if (application != format.application() && tables > 0) {
            throw new IndexException(new StoreFault.NotAnIndex(path.toString()));
        }
        if (version > format.newest()) {
            throw new IndexException(new StoreFault.Newer(path.toString(), version, format.newest()));
        }
        return version;
    }

    private static void requireSound(Path path, Connection connection) throws SQLException, IndexException {
        var said = text(connection, "PRAGMA quick_check(1)");
        if (!said.equals("ok")) {
            throw new IndexException(new StoreFault.Corrupt(path.toString(), said.replaceAll("\\s+", " ")));
        }
    }

    /// Lets the file grow no further than to a size, for as long as the connection lives.
    static void bound(Connection connection, long mostBytes) throws SQLException {
        var pages = Math.max(1, mostBytes / number(connection, "PRAGMA page_size"));
        execute(connection, "PRAGMA max_page_count = " + pages);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "nothing could be checked";
        }
    }
}
