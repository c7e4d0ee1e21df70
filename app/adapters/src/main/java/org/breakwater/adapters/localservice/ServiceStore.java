package org.breakwater.adapters.localservice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.adapters.safe.ServedFields;
import org.breakwater.adapters.safe.ServedTransactions;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/// The service's file: SQLite with one connection. It lives as long as its local network, so that it needs to survive
/// nothing.
final class ServiceStore implements AutoCloseable {

    /// Where SQLite's own code is unpacked to: into a folder that ends with the network, unless somebody chose another.
    private static final String NATIVE_FOLDER = "org.sqlite.tmpdir";

    private static final String FILE = "transaction-service.sqlite";

    private static final JsonLimits FIELDS = new JsonLimits(8 << 20, 4, 4 << 20, 100);
    private static final Address EVERY_SAFE = Address.ZERO;

    private final Connection connection;

    private ServiceStore(Connection connection) {
        this.connection = connection;
    }

    /// Makes the file.
    ///
    /// @param folder in which it is made
    static ServiceStore create(Path folder) throws ProblemException {
        if (System.getProperty(NATIVE_FOLDER) == null) {
            System.setProperty(NATIVE_FOLDER, folder.toAbsolutePath().toString());
        }
        var file = folder.resolve(FILE);
        var config = new SQLiteConfig();
        config.setGetGeneratedKeys(false);
        config.enableLoadExtension(false);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        config.setJournalMode(SQLiteConfig.JournalMode.MEMORY);
        try {
            var connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
            try (var statement = connection.createStatement()) {
                for (var command : schema().split(";\n", -1)) {
                    if (!command.isBlank()) {
                        statement.executeUpdate(command);
                    }
                }
            }
            return new ServiceStore(connection);
        } catch (SQLException failed) {
            throw new ProblemException(
                    Problem.of(
                            "The transaction service's file at " + file + " could not be made: " + failed.getMessage()
                                    + ".",
                            "Make room in the folder for temporary files, and start the local network again."),
                    failed);
        }
    }

    private static String schema() {
        try (var input = ServiceStore.class.getResourceAsStream("schema.sql")) {
            if (input == null) {
                throw new IllegalStateException("the program lacks schema.sql");
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    // Proposals

    synchronized Optional<Stored.Proposal> proposal(Hash32 hash) {
        return rows("SELECT * FROM proposal WHERE hash = ?", List.of(hash), ServiceStore::proposal).stream()
                .findFirst();
    }

    /// Proposals of a Safe.
    ///
    /// @param where conditions of SQL, each with one value
    /// @param order a clause of SQL
    synchronized Stored.Page proposals(List<Condition> where, String order, int limit, int offset) {
        var conditions = new StringBuilder(" FROM proposal WHERE 1 = 1");
        var values = new ArrayList<>();
        for (var condition : where) {
            conditions.append(" AND ").append(condition.sql());
            values.addAll(condition.values());
        }
        var counts = rows("SELECT count(*), count(DISTINCT nonce)" + conditions, values, row ->
                        new long[] {row.getLong(1), row.getLong(2)})
                .getFirst();
        values.add((long) limit);
        values.add((long) offset);
        var page = rows("SELECT *" + conditions + order + " LIMIT ? OFFSET ?", values, ServiceStore::proposal);
        return new Stored.Page(page, counts[0], counts[1]);
    }

    /// @param values for its question marks
    record Condition(String sql, List<Object> values) {

        static Condition of(String sql, Object... values) {
            return new Condition(sql, List.of(values));
        }
    }

    private static Stored.Proposal proposal(ResultSet row) throws SQLException {
        return new Stored.Proposal(
                hash(row, "hash"),
                address(row, "safe"),
                transaction(row.getString("fields")),
                address(row, "proposer"),
                optionalAddress(row, "delegate"),
                row.getString("origin"),
                row.getBoolean("trusted"),
                time(row, "created"),
                time(row, "modified"));
    }

    private static SafeTransaction transaction(String fields) {
        try {
            return ServedTransactions.transaction(new ServedFields(
                    JsonText.parse("the stored fields", fields, FIELDS).object()));
        } catch (ProblemException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    synchronized void add(Stored.Proposal proposal) {
        update(
                "INSERT OR IGNORE INTO proposal (hash, safe, fields, recipient, nonce, proposer, delegate, origin,"
                        + " trusted, created, modified) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                proposal.hash(),
                proposal.safe(),
                ServiceJson.fields(proposal.transaction()).toString(),
                proposal.transaction().to(),
                Word.of(proposal.transaction().nonce()),
                proposal.proposer(),
                proposal.delegate().orElse(null),
                proposal.origin(),
                proposal.trusted() ? 1L : 0L,
                proposal.created(),
                proposal.modified());
    }

    /// Somebody has signed it at last, and says what it is for.
    synchronized void trust(Hash32 hash, String origin) {
        update("UPDATE proposal SET trusted = 1, origin = ? WHERE hash = ?", origin, hash);
    }

    synchronized void remove(Hash32 hash) {
        update("DELETE FROM proposal WHERE hash = ?", hash);
        update("DELETE FROM confirmation WHERE hash = ?", hash);
    }

    // Confirmations, of proposals and of messages

    /// Keeps the first that an owner gives.
    ///
    /// @return whether it is the first
    synchronized boolean add(Stored.Confirmation confirmation) {
        var isFirst = 0
                < update(
                        "INSERT OR IGNORE INTO confirmation (hash, owner, signature, kind, created)"
                                + " VALUES (?, ?, ?, ?, ?)",
                        confirmation.hash(),
                        confirmation.owner(),
                        confirmation.signature(),
                        confirmation.kind(),
                        confirmation.created());
        if (isFirst) {
            for (var table : List.of("proposal", "message")) {
                update(
                        "UPDATE " + table + " SET modified = max(modified, ?) WHERE hash = ?",
                        confirmation.created(),
                        confirmation.hash());
            }
            update("UPDATE proposal SET trusted = 1 WHERE hash = ?", confirmation.hash());
        }
        return isFirst;
    }

    synchronized List<Stored.Confirmation> confirmations(Hash32 hash) {
        return rows(
                "SELECT * FROM confirmation WHERE hash = ? ORDER BY created, owner",
                List.of(hash),
                row -> new Stored.Confirmation(
                        hash(row, "hash"),
                        address(row, "owner"),
                        bytes(row, "signature"),
                        row.getString("kind"),
                        time(row, "created")));
    }

    // Executions

    /// Up to which block a Safe's executions are stored.
    synchronized Optional<BlockRef> followed(Address safe) {
        return rows(
                        "SELECT * FROM followed WHERE safe = ?",
                        List.of(safe),
                        row -> new BlockRef(row.getLong("block"), hash(row, "block_hash"), time(row, "block_at")))
                .stream()
                .findFirst();
    }

    synchronized void follow(Address safe, BlockRef block) {
        update(
                "INSERT OR REPLACE INTO followed (safe, block, block_hash, block_at) VALUES (?, ?, ?, ?)",
                safe,
                block.number(),
                block.hash(),
                block.time());
    }

    /// The chain went back: what it said is asked again.
    synchronized void forget(Address safe) {
        update("DELETE FROM execution WHERE safe = ?", safe);
        update("DELETE FROM followed WHERE safe = ?", safe);
    }

    synchronized long executions(Address safe) {
        return rows("SELECT count(*) FROM execution WHERE safe = ?", List.of(safe), row -> row.getLong(1))
                .getFirst();
    }

    synchronized void add(Stored.Execution execution) {
        update(
                "INSERT INTO execution (safe, nonce, hash, carrier, block, at, succeeded, sender, gas_used, gas_price,"
                        + " payment, signatures) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                execution.safe(),
                execution.nonce(),
                execution.hash(),
                execution.carrier(),
                execution.block(),
                execution.at(),
                execution.succeeded() ? 1L : 0L,
                execution.sender(),
                execution.gasUsed().toString(),
                execution.gasPrice().toString(),
                execution.payment().toString(),
                execution.signatures().orElse(null));
    }

    synchronized Optional<Stored.Execution> execution(Hash32 hash) {
        return executions("SELECT * FROM execution WHERE hash = ?", hash);
    }

    synchronized Optional<Stored.Execution> execution(Address safe, BigInteger nonce) {
        return nonce.bitLength() < Long.SIZE
                ? executions("SELECT * FROM execution WHERE safe = ? AND nonce = ?", safe, nonce.longValueExact())
                : Optional.empty();
    }

    private Optional<Stored.Execution> executions(String sql, Object... values) {
        return rows(
                        sql,
                        List.of(values),
                        row -> new Stored.Execution(
                                address(row, "safe"),
                                row.getLong("nonce"),
                                hash(row, "hash"),
                                hash(row, "carrier"),
                                row.getLong("block"),
                                time(row, "at"),
                                row.getBoolean("succeeded"),
                                address(row, "sender"),
                                new BigInteger(row.getString("gas_used")),
                                new BigInteger(row.getString("gas_price")),
                                new BigInteger(row.getString("payment")),
                                Optional.ofNullable(row.getBytes("signatures")).map(Bytes::of)))
                .stream()
                .findFirst();
    }

    // Delegates

    /// Adds a delegate, or changes its label and expiry.
    synchronized void put(Stored.Delegate delegate) {
        update(
                "INSERT OR REPLACE INTO delegate (safe, delegate, delegator, label, expiry) VALUES (?, ?, ?, ?, ?)",
                delegate.safe().orElse(EVERY_SAFE),
                delegate.delegate(),
                delegate.delegator(),
                delegate.label(),
                delegate.expiry().orElse(null));
    }

    /// @param safe empty for every one, named for it or for all
    synchronized boolean remove(Optional<Address> safe, Address delegate, Address delegator) {
        var sql = "DELETE FROM delegate WHERE delegate = ? AND delegator = ?";
        return 0
                < (safe.isPresent()
                        ? update(sql + " AND safe = ?", delegate, delegator, safe.get())
                        : update(sql, delegate, delegator));
    }

    synchronized List<Stored.Delegate> delegates(List<Condition> where) {
        var sql = new StringBuilder("SELECT * FROM delegate WHERE 1 = 1");
        var values = new ArrayList<>();
        for (var condition : where) {
            sql.append(" AND ").append(condition.sql());
            values.addAll(condition.values());
        }
        return rows(
                sql.append(" ORDER BY delegator, delegate, safe").toString(),
                values,
                row -> new Stored.Delegate(
                        optionalAddress(row, "safe").filter(safe -> !safe.equals(EVERY_SAFE)),
                        address(row, "delegate"),
                        address(row, "delegator"),
                        row.getString("label"),
                        optionalTime(row, "expiry")));
    }

    // Messages

    synchronized Optional<Stored.Message> message(Hash32 hash) {
        return rows("SELECT * FROM message WHERE hash = ?", List.of(hash), ServiceStore::message).stream()
                .findFirst();
    }

    synchronized List<Stored.Message> messages(Address safe) {
        return rows(
                "SELECT * FROM message WHERE safe = ? ORDER BY created DESC, hash",
                List.of(safe),
                ServiceStore::message);
    }

    private static Stored.Message message(ResultSet row) throws SQLException {
        return new Stored.Message(
                hash(row, "hash"),
                address(row, "safe"),
                row.getString("message"),
                address(row, "proposer"),
                Optional.ofNullable(row.getString("app")).map(BigInteger::new),
                row.getString("origin"),
                time(row, "created"),
                time(row, "modified"));
    }

    synchronized void add(Stored.Message message) {
        update(
                "INSERT INTO message (hash, safe, message, proposer, app, origin, created, modified)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                message.hash(),
                message.safe(),
                message.message(),
                message.proposer(),
                message.app().map(BigInteger::longValueExact).orElse(null),
                message.origin(),
                message.created(),
                message.modified());
    }

    // SQL

    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String sql, List<?> values, Row<T> reading) {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            var rows = new ArrayList<T>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(reading.read(row));
                }
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private int update(String sql, @Nullable Object... values) {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, Arrays.asList(values));
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void bind(PreparedStatement statement, List<? extends @Nullable Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            switch (values.get(i)) {
                case null -> statement.setObject(i + 1, null);
                case Hash32 hash -> statement.setBytes(i + 1, hash.bytes().toArray());
                case Address address ->
                    statement.setBytes(i + 1, address.bytes().toArray());
                case Bytes bytes -> statement.setBytes(i + 1, bytes.toArray());
                case Instant time -> statement.setLong(i + 1, ChronoUnit.MICROS.between(Instant.EPOCH, time));
                case Long number -> statement.setLong(i + 1, number);
                case String text -> statement.setString(i + 1, text);
                case Object other -> throw new IllegalArgumentException("no column holds " + other.getClass());
            }
        }
    }

    private static Bytes bytes(ResultSet row, String column) throws SQLException {
        return Bytes.of(row.getBytes(column));
    }

    private static Hash32 hash(ResultSet row, String column) throws SQLException {
        return new Hash32(bytes(row, column));
    }

    private static Address address(ResultSet row, String column) throws SQLException {
        return new Address(bytes(row, column));
    }

    private static Optional<Address> optionalAddress(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).map(Bytes::of).map(Address::new);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return Instant.EPOCH.plus(row.getLong(column), ChronoUnit.MICROS);
    }

    private static Optional<Instant> optionalTime(ResultSet row, String column) throws SQLException {
        var time = time(row, column);
        return row.wasNull() ? Optional.empty() : Optional.of(time);
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            // The file goes with its network.
        }
    }
}
