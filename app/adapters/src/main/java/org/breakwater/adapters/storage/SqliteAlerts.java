package org.breakwater.adapters.storage;

import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.core.alert.Alert;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.alert.SubjectText;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.json.JsonPrinter;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.json.WrittenObject;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.watch.AlertChange;
import org.breakwater.core.watch.AlertChange.Evidence;
import org.breakwater.core.watch.AlertChange.Phase;
import org.breakwater.core.watch.AlertStore;
import org.breakwater.core.watch.StandingAlert;
import org.breakwater.core.watch.WatchMemory;
import org.breakwater.core.watch.WatchMemory.Looked;
import org.breakwater.core.watch.WatchMemory.Pending;
import org.breakwater.core.watch.WatchMemory.Point;
import org.breakwater.core.watch.WatchStep;

/// The alerts of one monitor, in one file of SQLite. One program writes; any thread may ask it.
public final class SqliteAlerts implements AlertStore, AutoCloseable {

    private static final SmallStore.Kept KEPT = new SmallStore.Kept(
            "the alerts", "What was told before may be told again.", "No alert is told until there is room.");

    /// By their places in these lists.
    private static final List<Phase> PHASES = List.of(Phase.RAISED, Phase.CHANGED, Phase.ACKNOWLEDGED, Phase.CLEARED);

    private static final List<Severity> SEVERITIES = List.of(Severity.HOLD, Severity.WARNING, Severity.NOTE);

    private static final JsonLimits EVIDENCE = new JsonLimits(1 << 20, 3, 4_000, 1_000);

    private static final String CHANGE =
            "sequence, alert, rule, phase, severity, about, sentence, detail, evidence, number, hash, time, at, stood";
    private static final String STANDING = "alert, key, rule, acknowledged, severity, about, sentence, detail,"
            + " evidence, number, hash, time, since, until, stood";

    /// Of alerts that stand only steps between their raising and now are forgotten.
    private static final String FORGET = "DELETE FROM change WHERE sequence <= ? AND (phase = "
            + PHASES.indexOf(Phase.CHANGED) + " OR alert NOT IN (SELECT alert FROM standing))";

    private final SmallStore store;
    private WatchMemory written;

    private SqliteAlerts(SmallStore store) throws ProblemException {
        this.store = store;
        this.written = read();
    }

    /// Opens the file, or makes it.
    public static SqliteAlerts open(Path path) throws ProblemException {
        var store = SmallStore.open(path, StoreFormat.ALERTS, KEPT);
        try {
            return new SqliteAlerts(store);
        } catch (ProblemException | RuntimeException refused) {
            store.close();
            throw refused;
        }
    }

    @Override
    public synchronized WatchMemory memory() {
        return written;
    }

    private WatchMemory read() throws ProblemException {
        var standing = new LinkedHashMap<String, StandingAlert>();
        rows("SELECT " + STANDING + " FROM standing ORDER BY alert", SqliteAlerts::standing)
                .forEach(alert -> standing.put(alert.key(), alert));
        var pending = new HashMap<String, Pending>();
        rows(
                "SELECT key, height, since FROM pending",
                row -> pending.put(
                        row.getString(1), new Pending(row.getLong(2), Instant.ofEpochMilli(row.getLong(3)))));
        var seen = new HashMap<String, Long>();
        rows("SELECT key, height FROM seen", row -> seen.put(row.getString(1), row.getLong(2)));
        var points = rows(
                "SELECT number, hash, time, series, value FROM point ORDER BY number",
                row -> new Point(row.getString(4), block(row, 1).orElseThrow(), new BigInteger(row.getString(5))));
        var remembered = new HashMap<String, String>();
        rows("SELECT name, value FROM remembered", row -> remembered.put(row.getString(1), row.getString(2)));
        return rows(
                        "SELECT looked_number, looked_hash, looked_time, looked_finality, last_sequence, last_alert"
                                + " FROM progress",
                        row -> new WatchMemory(
                                looked(row),
                                standing,
                                pending,
                                seen,
                                points,
                                remembered,
                                row.getLong(5),
                                row.getLong(6)))
                .getFirst();
    }

    private static Optional<Looked> looked(ResultSet row) throws SQLException {
        var finality = row.getLong(4);
        return block(row, 1).map(block -> new Looked(block, finality));
    }

    private <T> List<T> rows(String sql, SmallStore.Row<T> reading) throws ProblemException {
        return store.read(sql, _ -> {}, reading);
    }

    @Override
    public synchronized void write(WatchStep step) throws ProblemException {
        var after = step.after();
        store.together(connection -> {
            for (var change : step.changes()) {
                insert(connection, change);
            }
            standing(connection, after);
            pending(connection, after);
            map(connection, "seen", "key", "height", written.seen(), after.seen());
            map(connection, "remembered", "name", "value", written.remembered(), after.remembered());
            points(connection, after);
            progress(connection, after);
            if (!step.changes().isEmpty()) {
                forget(connection, after.lastSequence() - MOST_CHANGES);
            }
        });
        written = after;
    }

    private static void insert(Connection connection, AlertChange change) throws SQLException {
        try (var row = connection.prepareStatement(
                "INSERT INTO change (" + CHANGE + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            row.setLong(1, change.sequence());
            row.setLong(2, change.alert());
            row.setString(3, change.rule());
            row.setInt(4, PHASES.indexOf(change.phase()));
            said(row, 5, change.said(), change.evidence());
            block(row, 10, change.block());
            row.setLong(13, change.at().toEpochMilli());
            row.setBoolean(14, change.hasStood());
            row.executeUpdate();
        }
    }

    private static void said(PreparedStatement row, int first, Alert said, List<Evidence> evidence)
            throws SQLException {
        row.setInt(first, SEVERITIES.indexOf(said.severity()));
        row.setString(first + 1, SubjectText.write(said.about()));
        row.setString(first + 2, said.sentence());
        row.setString(first + 3, said.detail());
        row.setString(first + 4, written(evidence));
    }

    private static void block(PreparedStatement row, int first, Optional<BlockRef> block) throws SQLException {
        if (block.isPresent()) {
            row.setLong(first, block.get().number());
            row.setBytes(first + 1, block.get().hash().bytes().toArray());
            row.setLong(first + 2, block.get().time().getEpochSecond());
        } else {
            row.setNull(first, Types.INTEGER);
            row.setNull(first + 1, Types.BLOB);
            row.setNull(first + 2, Types.INTEGER);
        }
    }

    private void standing(Connection connection, WatchMemory after) throws SQLException {
        try (var gone = connection.prepareStatement("DELETE FROM standing WHERE alert = ?")) {
            for (var alert : written.alerts()) {
                var still = after.standing().get(alert.key());
                if (still == null || still.alert() != alert.alert()) {
                    gone.setLong(1, alert.alert());
                    gone.executeUpdate();
                }
            }
        }
        try (var row = connection.prepareStatement("INSERT OR REPLACE INTO standing (" + STANDING
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (var alert : after.alerts()) {
                if (!alert.equals(written.standing().get(alert.key()))) {
                    row.setLong(1, alert.alert());
                    row.setString(2, alert.key());
                    row.setString(3, alert.rule());
                    row.setBoolean(4, alert.isAcknowledged());
                    said(row, 5, alert.said(), alert.evidence());
                    block(row, 10, alert.block());
                    row.setLong(13, alert.since().toEpochMilli());
                    if (alert.until().isPresent()) {
                        row.setLong(14, alert.until().get().getEpochSecond());
                    } else {
                        row.setNull(14, Types.INTEGER);
                    }
                    row.setBoolean(15, alert.hasStood());
                    row.executeUpdate();
                }
            }
        }
    }

    private void pending(Connection connection, WatchMemory after) throws SQLException {
        if (after.pending().equals(written.pending())) {
            return;
        }
        try (var gone = connection.prepareStatement("DELETE FROM pending");
                var row = connection.prepareStatement("INSERT INTO pending (key, height, since) VALUES (?, ?, ?)")) {
            gone.executeUpdate();
            for (var each : after.pending().entrySet()) {
                row.setString(1, each.getKey());
                row.setLong(2, each.getValue().height());
                row.setLong(3, each.getValue().since().toEpochMilli());
                row.executeUpdate();
            }
        }
    }

    /// Writes what is different between two maps.
    private static <V> void map(
            Connection connection, String table, String key, String value, Map<String, V> before, Map<String, V> after)
            throws SQLException {
        try (var gone = connection.prepareStatement("DELETE FROM " + table + " WHERE " + key + " = ?");
                var row = connection.prepareStatement(
                        "INSERT OR REPLACE INTO " + table + " (" + key + ", " + value + ") VALUES (?, ?)")) {
            for (var each : before.keySet()) {
                if (!after.containsKey(each)) {
                    gone.setString(1, each);
                    gone.executeUpdate();
                }
            }
            for (var each : after.entrySet()) {
                if (!Objects.equals(before.get(each.getKey()), each.getValue())) {
                    row.setString(1, each.getKey());
                    row.setObject(2, each.getValue());
                    row.executeUpdate();
                }
            }
        }
    }

    private void points(Connection connection, WatchMemory after) throws SQLException {
        var present = new LinkedHashSet<>(after.points());
        var before = new LinkedHashSet<>(written.points());
        try (var gone = connection.prepareStatement("DELETE FROM point WHERE series = ? AND number = ?");
                var row = connection.prepareStatement(
                        "INSERT OR REPLACE INTO point (number, hash, time, series, value) VALUES (?, ?, ?, ?, ?)")) {
            for (var each : before) {
                if (!present.contains(each)) {
                    gone.setString(1, each.series());
                    gone.setLong(2, each.block().number());
                    gone.executeUpdate();
                }
            }
            for (var each : present) {
                if (!before.contains(each)) {
                    block(row, 1, Optional.of(each.block()));
                    row.setString(4, each.series());
                    row.setString(5, each.value().toString());
                    row.executeUpdate();
                }
            }
        }
    }

    private static void progress(Connection connection, WatchMemory after) throws SQLException {
        try (var row = connection.prepareStatement("UPDATE progress SET looked_number = ?, looked_hash = ?,"
                + " looked_time = ?, looked_finality = ?, last_sequence = ?, last_alert = ?")) {
            block(row, 1, after.looked().map(Looked::block));
            if (after.looked().isPresent()) {
                row.setLong(4, after.looked().get().finality());
            } else {
                row.setNull(4, Types.INTEGER);
            }
            row.setLong(5, after.lastSequence());
            row.setLong(6, after.lastAlert());
            row.executeUpdate();
        }
    }

    private static void forget(Connection connection, long sequence) throws SQLException {
        try (var gone = connection.prepareStatement(FORGET)) {
            gone.setLong(1, sequence);
            gone.executeUpdate();
        }
    }

    @Override
    public synchronized List<AlertChange> after(long sequence, int most) throws ProblemException {
        return store.read(
                "SELECT " + CHANGE + " FROM change WHERE sequence > ? ORDER BY sequence LIMIT ?",
                row -> {
                    row.setLong(1, sequence);
                    row.setInt(2, positive(most));
                },
                SqliteAlerts::change);
    }

    @Override
    public synchronized List<AlertChange> newest(int offset, int most) throws ProblemException {
        return store.read(
                "SELECT " + CHANGE + " FROM change ORDER BY sequence DESC LIMIT ? OFFSET ?",
                row -> {
                    row.setInt(1, positive(most));
                    row.setInt(2, offset);
                },
                SqliteAlerts::change);
    }

    private static int positive(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("at least one is asked for");
        }
        return most;
    }

    @Override
    public synchronized int count() throws ProblemException {
        return rows("SELECT count(*) FROM change", row -> row.getInt(1)).getFirst();
    }

    private static AlertChange change(ResultSet row) throws SQLException {
        return new AlertChange(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                PHASES.get(row.getInt(4)),
                said(row, 5),
                evidence(row.getString(9)),
                block(row, 10),
                Instant.ofEpochMilli(row.getLong(13)),
                row.getBoolean(14));
    }

    private static StandingAlert standing(ResultSet row) throws SQLException {
        var until = row.getLong(14);
        var isForATime = !row.wasNull();
        return new StandingAlert(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                said(row, 5),
                evidence(row.getString(9)),
                block(row, 10),
                Instant.ofEpochMilli(row.getLong(13)),
                isForATime ? Optional.of(Instant.ofEpochSecond(until)) : Optional.empty(),
                row.getBoolean(15));
    }

    private static Alert said(ResultSet row, int first) throws SQLException {
        var about = row.getString(first + 1);
        return new Alert(
                SEVERITIES.get(row.getInt(first)),
                SubjectText.read(about).orElseThrow(() -> new SQLException("“" + about + "” is no subject")),
                row.getString(first + 2),
                row.getString(first + 3));
    }

    private static Optional<BlockRef> block(ResultSet row, int first) throws SQLException {
        var hash = row.getBytes(first + 1);
        return hash == null
                ? Optional.empty()
                : Optional.of(new BlockRef(
                        row.getLong(first), new Hash32(Bytes.of(hash)), Instant.ofEpochSecond(row.getLong(first + 2))));
    }

    private static String written(List<Evidence> evidence) {
        return JsonPrinter.compact(new JsonValue.Items(
                1,
                evidence.stream()
                        .<JsonValue>map(each -> new WrittenObject()
                                .text("name", each.name())
                                .text("value", each.value())
                                .text("source", each.source())
                                .value())
                        .toList()));
    }

    private static List<Evidence> evidence(String text) throws SQLException {
        try {
            var evidence = new ArrayList<Evidence>();
            for (var each : JsonText.parse("evidence", text, EVIDENCE).objects()) {
                evidence.add(new Evidence(each.text("name"), each.text("value"), each.text("source")));
            }
            return evidence;
        } catch (ProblemException malformed) {
            throw new SQLException(malformed.problem().happened(), malformed);
        }
    }

    @Override
    public synchronized void close() {
        store.close();
    }
}
