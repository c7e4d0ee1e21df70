package org.breakwater.adapters.storage;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.core.compose.Draft;
import org.breakwater.core.compose.DraftFormat;
import org.breakwater.core.compose.Drafts;
import org.breakwater.core.governor.BallotWords;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// Drafts, and the reasons of ballots, in one file of SQLite. What a method wrote is on the disk when it returns. One
/// program writes; any thread may
/// ask it.
public final class SqliteDrafts implements Drafts, BallotWords, AutoCloseable {

    /// How many reasons there may be.
    static final int MOST_BALLOTS = 10_000;

    /// How many drafts there may be.
    public static final int MOST_DRAFTS = 1_000;

    private static final SmallStore.Kept KEPT = new SmallStore.Kept(
            "the drafts",
            "What was being written is lost; nothing that was signed is.",
            "Nothing more can be written.");

    private final SmallStore store;
    private long last;

    private SqliteDrafts(SmallStore store, long last) {
        this.store = store;
        this.last = last;
    }

    /// Opens the file, or makes it.
    public static SqliteDrafts open(Path path) throws ProblemException {
        var store = SmallStore.open(path, StoreFormat.DRAFTS, KEPT);
        try {
            var last =
                    store.read("SELECT seq FROM sqlite_sequence WHERE name = 'draft'", _ -> {}, row -> row.getLong(1));
            return new SqliteDrafts(store, last.isEmpty() ? 0 : last.getFirst());
        } catch (ProblemException | RuntimeException unread) {
            store.close();
            throw unread;
        }
    }

    @Override
    public synchronized long next() throws ProblemException {
        if (all().size() >= MOST_DRAFTS) {
            throw new ProblemException(
                    Problem.of("There are " + MOST_DRAFTS + " drafts.", "Delete some that are not wanted any more."));
        }
        return ++last;
    }

    @Override
    public synchronized void keep(Draft draft) throws ProblemException {
        var content = DraftFormat.document(draft);
        if (content.length() > DraftFormat.LIMITS.bytes()) {
            throw new ProblemException(
                    Problem.of("The draft is too large to be kept.", "Make two transactions of its calls."));
        }
        store.write(
                "INSERT INTO draft (id, changed, content) VALUES (?, ?, ?)"
                        + " ON CONFLICT (id) DO UPDATE SET changed = excluded.changed, content = excluded.content",
                statement -> {
                    statement.setLong(1, draft.id());
                    statement.setLong(2, draft.changed().toEpochMilli());
                    statement.setString(3, content);
                });
        last = Math.max(last, draft.id());
    }

    /// A row as it stands in the file.
    private record Stored(long id, Instant changed, String content) {

        Draft read() throws ProblemException {
            return DraftFormat.read(JsonText::parse, id, changed, content);
        }
    }

    @Override
    public synchronized Optional<Draft> find(long id) throws ProblemException {
        var rows = stored("WHERE id = " + id);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst().read());
    }

    @Override
    public synchronized List<Draft> all() throws ProblemException {
        var drafts = new ArrayList<Draft>();
        for (var row : stored("")) {
            drafts.add(row.read());
        }
        return drafts;
    }

    private List<Stored> stored(String where) throws ProblemException {
        return store.read(
                "SELECT id, changed, content FROM draft " + where + " ORDER BY changed DESC, id DESC",
                _ -> {},
                row -> new Stored(row.getLong(1), Instant.ofEpochMilli(row.getLong(2)), row.getString(3)));
    }

    @Override
    public synchronized void forget(long id) throws ProblemException {
        store.write("DELETE FROM draft WHERE id = ?", statement -> statement.setLong(1, id));
    }

    @Override
    public synchronized void keep(Ballot ballot, String words) throws ProblemException {
        if (words.length() > MOST_WORDS) {
            throw new ProblemException(Problem.of(
                    "A reason of more than " + MOST_WORDS + " characters is not kept.", "Say it in fewer words."));
        }
        var kept = store.read("SELECT count(*) FROM ballot", _ -> {}, row -> row.getLong(1));
        if (kept.getFirst() >= MOST_BALLOTS && find(ballot).isEmpty()) {
            throw new ProblemException(Problem.of(
                    "There are " + MOST_BALLOTS + " reasons of ballots.",
                    "Keep this one elsewhere before you send it."));
        }
        store.write(
                "INSERT INTO ballot (chain, subject, voter, changed, words)"
                        + " VALUES (?, ?, ?, CAST(unixepoch('subsec') * 1000 AS INTEGER), ?)"
                        + " ON CONFLICT (chain, subject, voter)"
                        + " DO UPDATE SET changed = excluded.changed, words = excluded.words",
                statement -> {
                    bind(statement, ballot);
                    statement.setString(4, words);
                });
    }

    @Override
    public synchronized Optional<String> find(Ballot ballot) throws ProblemException {
        return store
                .read(
                        "SELECT words FROM ballot WHERE chain = ? AND subject = ? AND voter = ?",
                        statement -> bind(statement, ballot),
                        row -> row.getString(1))
                .stream()
                .findFirst();
    }

    private static void bind(PreparedStatement statement, Ballot ballot) throws SQLException {
        statement.setLong(1, ballot.chain().number());
        statement.setString(2, ballot.subject());
        statement.setBytes(3, ballot.voter().bytes().toArray());
    }

    @Override
    public synchronized void close() {
        store.close();
    }
}
