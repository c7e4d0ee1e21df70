package org.breakwater.adapters.storage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ssl.DefaultJavaSSLFactory;

/// A server of PostgreSQL, as connections to it are made: with bounds on every wait and every answer, and encrypted to
/// a server that has proven its name unless it is on this machine.
///
/// @param password where it is not given, the driver looks for it in the file `.pgpass`
/// @param rootCertificate path of a file with the certificates that are trusted; where it is not given, those of this
///     Java are
record PostgresServer(PostgresAddress address, Optional<String> password, Optional<String> rootCertificate) {

    /// Where the index is, within the database.
    static final String SCHEMA = "breakwater";

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(10);

    /// How much longer than the server the driver waits before it gives a connection up.
    private static final Duration GRACE = Duration.ofSeconds(15);

    private static final int ROWS_AT_ONCE = 500;
    private static final String MOST_RESULT = "256M";

    /// @param patience how long a statement may take
    /// @param lockPatience how long to wait for a lock
    Connection connectToWrite(Duration patience, Duration lockPatience) throws SQLException {
        var properties = common(patience);
        PGProperty.REWRITE_BATCHED_INSERTS.set(properties, true);
        PGProperty.OPTIONS.set(
                properties,
                setting("statement_timeout", patience.toMillis())
                        + setting("lock_timeout", lockPatience.toMillis())
                        + setting("synchronous_commit", "on")
                        + keepAlive());
        return connect(properties);
    }

    /// What one transaction reads is of one moment, and it cannot write.
    ///
    /// @param patience how long a statement may take
    Connection connectToRead(Duration patience) throws SQLException {
        var properties = common(patience);
        PGProperty.OPTIONS.set(
                properties,
                setting("statement_timeout", patience.toMillis())
                        + setting("idle_in_transaction_session_timeout", patience.toMillis())
                        + setting("default_transaction_isolation", "repeatable\\ read")
                        + setting("default_transaction_read_only", "on")
                        + keepAlive());
        return connect(properties);
    }

    /// The server notices within a minute that the other machine is gone, and lets its lock go.
    private static String keepAlive() {
        return setting("tcp_keepalives_idle", 30)
                + setting("tcp_keepalives_interval", 10)
                + setting("tcp_keepalives_count", 3);
    }

    private static String setting(String name, Object value) {
        return " -c " + name + "=" + value;
    }

    private Properties common(Duration patience) {
        var properties = new Properties();
        PGProperty.USER.set(properties, address.user());
        password.ifPresent(secret -> PGProperty.PASSWORD.set(properties, secret));
        PGProperty.APPLICATION_NAME.set(properties, "breakwater");
        PGProperty.CURRENT_SCHEMA.set(properties, SCHEMA);
        PGProperty.CONNECT_TIMEOUT.set(properties, Math.toIntExact(CONNECT_PATIENCE.toSeconds()));
        PGProperty.LOGIN_TIMEOUT.set(properties, Math.toIntExact(CONNECT_PATIENCE.toSeconds()));
        PGProperty.SOCKET_TIMEOUT.set(
                properties, Math.toIntExact(patience.plus(GRACE).toSeconds()));
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        PGProperty.GSS_ENC_MODE.set(properties, "disable");
        PGProperty.DEFAULT_ROW_FETCH_SIZE.set(properties, ROWS_AT_ONCE);
        PGProperty.MAX_RESULT_BUFFER.set(properties, MOST_RESULT);
        encrypt(properties);
        return properties;
    }

    private void encrypt(Properties properties) {
        if (address.isHere()) {
            PGProperty.SSL_MODE.set(properties, "prefer");
            return;
        }
        PGProperty.SSL_MODE.set(properties, "verify-full");
        rootCertificate.ifPresentOrElse(
                file -> PGProperty.SSL_ROOT_CERT.set(properties, file),
                () -> PGProperty.SSL_FACTORY.set(properties, DefaultJavaSSLFactory.class.getName()));
    }

    private Connection connect(Properties properties) throws SQLException {
        var host = address.host().contains(":") ? "[" + address.host() + "]" : address.host();
        var database = URLEncoder.encode(address.database(), StandardCharsets.UTF_8);
        var connection =
                new Driver().connect("jdbc:postgresql://" + host + ":" + address.port() + "/" + database, properties);
        if (connection == null) {
            throw new SQLException("the driver does not know this kind of address");
        }
        return connection;
    }

    /// Without the password.
    @Override
    public String toString() {
        return address.toString();
    }
}
