package org.breakwater.adapters.storage;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.breakwater.core.emergency.Drill;
import org.breakwater.core.emergency.Drills;
import org.breakwater.core.problem.ProblemException;

/// Drills in one file of SQLite. One program writes; any thread may ask it.
public final class SqliteDrills implements Drills, AutoCloseable {

    private static final SmallStore.Kept KEPT = new SmallStore.Kept(
            "the drills", "How long earlier drills took is lost; nothing else is.", "No more drills can be kept.");

    private final SmallStore store;

    private SqliteDrills(SmallStore store) {
        this.store = store;
    }

    /// Opens the file, or makes it.
    public static SqliteDrills open(Path path) throws ProblemException {
        return new SqliteDrills(SmallStore.open(path, StoreFormat.DRILLS, KEPT));
    }

    @Override
    public synchronized void keep(Drill drill) throws ProblemException {
        store.write(
                "INSERT INTO drill (at, who, words, decided, carried_out, failure) VALUES (?, ?, ?, ?, ?, ?)",
                statement -> {
                    statement.setLong(1, drill.at().toEpochMilli());
                    statement.setString(2, drill.who());
                    statement.setString(3, drill.words());
                    statement.setLong(4, drill.decided().toMillis());
                    statement.setLong(5, drill.carriedOut().toMillis());
                    statement.setString(6, drill.failure());
                });
    }

    @Override
    public synchronized List<Drill> newest(int most) throws ProblemException {
        return store.read(
                "SELECT at, who, words, decided, carried_out, failure FROM drill ORDER BY id DESC LIMIT ?",
                statement -> statement.setInt(1, most),
                row -> new Drill(
                        Instant.ofEpochMilli(row.getLong(1)),
                        row.getString(2),
                        row.getString(3),
                        Duration.ofMillis(row.getLong(4)),
                        Duration.ofMillis(row.getLong(5)),
                        row.getString(6)));
    }

    @Override
    public synchronized void close() {
        store.close();
    }
}
