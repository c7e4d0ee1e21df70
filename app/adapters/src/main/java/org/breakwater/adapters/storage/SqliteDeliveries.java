package org.breakwater.adapters.storage;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breakwater.core.delivery.Deliveries;
import org.breakwater.core.delivery.Progress;
import org.breakwater.core.delivery.Progress.Failure;
import org.breakwater.core.delivery.Progress.Held;
import org.breakwater.core.problem.ProblemException;

/// How far each target is, in one file of SQLite. One program writes; any thread may ask it. A target's progress is one
/// row, so that it is the old one or the new one whenever the program ends.
public final class SqliteDeliveries implements Deliveries, AutoCloseable {

    private static final SmallStore.Kept KEPT = new SmallStore.Kept(
            "the deliveries of alerts",
            "Each target is told anew of what stands.",
            "Alerts are sent all the same, and may be sent again after the next start.");

    private final SmallStore store;

    private SqliteDeliveries(SmallStore store) {
        this.store = store;
    }

    /// Opens the file, or makes it.
    public static SqliteDeliveries open(Path path) throws ProblemException {
        return new SqliteDeliveries(SmallStore.open(path, StoreFormat.DELIVERIES, KEPT));
    }

    @Override
    public synchronized Optional<Progress> of(String target) throws ProblemException {
        return store
                .read(
                        "SELECT begun, through, mark, held, told, since, attempts, said, skipped, refusal,"
                                + " delivered"
                                + " FROM progress WHERE target = ?",
                        statement -> statement.setString(1, target),
                        SqliteDeliveries::progress)
                .stream()
                .findFirst();
    }

    @Override
    public synchronized void keep(String target, Progress progress) throws ProblemException {
        store.write(
                "INSERT INTO progress (target, begun, through, mark, held, told, since, attempts, said, skipped,"
                        + " refusal, delivered) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (target) DO UPDATE SET begun = excluded.begun, through = excluded.through,"
                        + " mark = excluded.mark, held = excluded.held, told = excluded.told,"
                        + " since = excluded.since, attempts = excluded.attempts, said = excluded.said,"
                        + " skipped = excluded.skipped, refusal = excluded.refusal, delivered = excluded.delivered",
                statement -> bind(statement, target, progress));
    }

    private static void bind(PreparedStatement statement, String target, Progress progress) throws SQLException {
        statement.setString(1, target);
        statement.setLong(2, progress.begun());
        statement.setLong(3, progress.through());
        statement.setString(4, progress.mark());
        statement.setString(5, held(progress.held()));
        statement.setString(
                6, progress.told().stream().sorted().map(String::valueOf).collect(Collectors.joining(",")));
        var failure = progress.failure();
        bind(statement, 7, failure.map(Failure::since));
        statement.setInt(8, failure.map(Failure::attempts).orElse(0));
        statement.setString(9, failure.map(Failure::said).orElse(""));
        statement.setLong(10, progress.skipped());
        statement.setString(11, progress.refusal());
        bind(statement, 12, progress.delivered());
    }

    private static void bind(PreparedStatement statement, int column, Optional<Instant> time) throws SQLException {
        if (time.isPresent()) {
            statement.setLong(column, time.get().toEpochMilli());
        } else {
            statement.setNull(column, Types.INTEGER);
        }
    }

    private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        var millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static String held(List<Held> held) {
        return held.stream().map(one -> one.sequence() + ":" + one.alert()).collect(Collectors.joining(","));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        var attempts = row.getInt(7);
        var said = row.getString(8);
        var failure = time(row, 6).map(since -> new Failure(since, attempts, said));
        return new Progress(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                parts(row.getString(4)).map(SqliteDeliveries::heldOne).toList(),
                new HashSet<>(parts(row.getString(5)).map(Long::valueOf).toList()),
                failure,
                row.getLong(9),
                row.getString(10),
                time(row, 11));
    }

    private static Held heldOne(String text) {
        var colon = text.indexOf(':');
        return new Held(Long.parseLong(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
    }

    private static Stream<String> parts(String text) {
        return text.isEmpty() ? Stream.empty() : Arrays.stream(text.split(",", -1));
    }

    @Override
    public synchronized void refused(String target, List<Refusal> refusals) throws ProblemException {
        for (var refusal : refusals) {
            store.write(
                    "INSERT OR REPLACE INTO refusal (target, sequence, at, said) VALUES (?, ?, ?, ?)", statement -> {
                        statement.setString(1, target);
                        statement.setLong(2, refusal.sequence());
                        statement.setLong(3, refusal.at().toEpochMilli());
                        statement.setString(4, refusal.said());
                    });
        }
        store.write(
                "DELETE FROM refusal WHERE target = ?1 AND sequence <= (SELECT sequence FROM refusal"
                        + " WHERE target = ?1 ORDER BY sequence DESC LIMIT 1 OFFSET " + MOST_REFUSALS + ")",
                statement -> statement.setString(1, target));
    }

    @Override
    public synchronized List<Refusal> refusals(String target, int most) throws ProblemException {
        return store.read(
                "SELECT sequence, at, said FROM refusal WHERE target = ? ORDER BY sequence DESC LIMIT ?",
                statement -> {
                    statement.setString(1, target);
                    statement.setInt(2, most);
                },
                row -> new Refusal(row.getLong(1), Instant.ofEpochMilli(row.getLong(2)), row.getString(3)));
    }

    @Override
    public synchronized void close() {
        store.close();
    }
}
