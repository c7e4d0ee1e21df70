package org.breakwater.adapters.storage;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.reminder.Told;

/// Of what a person was told, in one file of SQLite. One program writes; any thread may ask it.
public final class SqliteTold implements Told, AutoCloseable {

    private static final SmallStore.Kept KEPT = new SmallStore.Kept(
            "what was told", "Something may be told a second time.", "Nothing is told until there is room.");

    private final SmallStore store;
    private final InstantSource clock;

    private SqliteTold(SmallStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Opens the file, or makes it.
    public static SqliteTold open(Path path, InstantSource clock) throws ProblemException {
        return new SqliteTold(SmallStore.open(path, StoreFormat.TOLD, KEPT), clock);
    }

    @Override
    public synchronized Set<String> keep(Collection<String> marks) throws ProblemException {
        var before = new HashSet<>(store.read("SELECT mark FROM told", _ -> {}, row -> row.getString(1)));
        var fresh = new HashSet<String>();
        for (var mark : marks) {
            if (mark.length() > MOST_MARK) {
                throw new IllegalArgumentException("a mark has at most " + MOST_MARK + " characters");
            }
            if (before.add(mark)) {
                keep(mark);
                fresh.add(mark);
            }
        }
        return Set.copyOf(fresh);
    }

    private void keep(String mark) throws ProblemException {
        store.write("INSERT OR IGNORE INTO told (mark, at) VALUES (?, ?)", statement -> {
            statement.setString(1, mark);
            statement.setLong(2, clock.millis());
        });
    }

    @Override
    public synchronized void close() {
        store.close();
    }
}
