package org.breakwater.adapters.index;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.breakwater.adapters.postgres.PostgresProgram;
import org.breakwater.adapters.storage.IndexStores;

/// Where an index is kept in a test: every kind of place has to keep it alike.
///
/// @param text as a person gives it to the program
record IndexPlace(Kind kind, String text) {

    /// What keeps it.
    enum Kind {
        /// A file of SQLite.
        FILE,
        /// A database of PostgreSQL.
        SERVER;

        /// A place of this kind that nothing is at yet.
        IndexPlace fresh(Path folder) {
            return switch (this) {
                case FILE -> IndexPlace.file(folder.resolve("index-" + System.nanoTime() + ".db"));
                case SERVER -> {
                    var server = PostgresProgram.running();
                    yield new IndexPlace(SERVER, server.address(server.database()));
                }
            };
        }
    }

    static IndexPlace file(Path file) {
        return new IndexPlace(Kind.FILE, file.toString());
    }

    /// What opens it.
    static IndexStores stores() {
        return new IndexStores(Map.of(IndexStores.PASSWORD, PostgresProgram.PASSWORD));
    }

    /// Looks at the tables beside the program.
    Connection connect() throws SQLException {
        return switch (kind) {
            case FILE -> DriverManager.getConnection("jdbc:sqlite:" + text);
            case SERVER -> {
                var connection = PostgresProgram.running().administrate(database());
                connection.setSchema("breakwater");
                yield connection;
            }
        };
    }

    /// The name of the database on the server.
    String database() {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
