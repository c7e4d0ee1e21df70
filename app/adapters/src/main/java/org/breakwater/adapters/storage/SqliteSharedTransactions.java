package org.breakwater.adapters.storage;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.core.exchange.SharedTransaction;
import org.breakwater.core.exchange.SharedTransactionFormat;
import org.breakwater.core.exchange.SharedTransactionReader;
import org.breakwater.core.exchange.SharedTransactions;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SignatureRecovery;
import org.breakwater.core.value.Hash32;

/// Transactions of Safes in one file of SQLite, each as its canonical document. All are verified when the file is
/// opened,
/// hash and signatures, and stay in memory, so that looking them up costs nothing. What a method wrote is on the disk
/// when it returns. One program writes; any thread may ask it.
public final class SqliteSharedTransactions implements SharedTransactions, AutoCloseable {

    /// How many transactions there may be.
    public static final int MOST_TRANSACTIONS = 10_000;

    private static final String NAME = "what is kept here";
    private static final SmallStore.Kept KEPT = new SmallStore.Kept(
            "the transactions",
            "What was composed or handed over here is lost; signatures stay valid.",
            "Nothing more can be kept.");

    /// Where they are, or why they cannot be read.
    private sealed interface Source {}

    private record InFile(SmallStore store) implements Source {}

    private record Damaged(Problem why) implements Source {}

    private final Source source;
    private final InstantSource clock;
    private final SequencedMap<Hash32, Kept> kept = new LinkedHashMap<>();

    private SqliteSharedTransactions(Source source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /// Opens the file, or makes it.
    ///
    /// @param recovery verifies signatures that are kept
    public static SqliteSharedTransactions open(Path path, SignatureRecovery recovery, InstantSource clock)
            throws ProblemException {
        var shared = new SqliteSharedTransactions(new InFile(SmallStore.open(path, StoreFormat.SHARED, KEPT)), clock);
        try {
            shared.load(SharedTransactionReader.ofKept(JsonText::parse, recovery));
            return shared;
        } catch (ProblemException | RuntimeException refused) {
            shared.close();
            throw refused;
        }
    }

    /// As above; where the file cannot be read, it stays as it is, and every question ends with the reason.
    public static SqliteSharedTransactions openOrSayWhyNot(Path path, SignatureRecovery recovery, InstantSource clock) {
        try {
            return open(path, recovery, clock);
        } catch (ProblemException unread) {
            return new SqliteSharedTransactions(new Damaged(unread.problem()), clock);
        }
    }

    private SmallStore store() throws ProblemException {
        return switch (source) {
            case InFile(var store) -> store;
            case Damaged(var why) -> throw new ProblemException(why);
        };
    }

    /// A row as it is in the file.
    private record Stored(String content, Instant since) {}

    private void load(SharedTransactionReader reader) throws ProblemException {
        var rows = store().read(
                        "SELECT content, since FROM shared ORDER BY id",
                        _ -> {},
                        row -> new Stored(row.getString(1), Instant.ofEpochMilli(row.getLong(2))));
        for (var row : rows) {
            var transaction = reader.read(NAME, row.content());
            kept.put(transaction.hash().hash(), new Kept(transaction, row.since()));
        }
    }

    @Override
    public synchronized SharedTransaction keep(SharedTransaction transaction) throws ProblemException {
        var store = store();
        var hash = transaction.hash().hash();
        var before = Optional.ofNullable(kept.get(hash));
        if (before.isEmpty() && kept.size() >= MOST_TRANSACTIONS) {
            throw new ProblemException(Problem.of(
                    "There are " + MOST_TRANSACTIONS + " transactions here.", "Let go of some that were executed."));
        }
        var all = before.isPresent() ? before.get().transaction().merged(transaction) : transaction;
        var since = before.map(Kept::since).orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.MILLIS));
        store.write(
                "INSERT INTO shared (hash, content, since) VALUES (?, ?, ?)"
                        + " ON CONFLICT (hash) DO UPDATE SET content = excluded.content",
                statement -> {
                    statement.setBytes(1, hash.bytes().toArray());
                    statement.setString(2, SharedTransactionFormat.document(all));
                    statement.setLong(3, since.toEpochMilli());
                });
        kept.put(hash, new Kept(all, since));
        return all;
    }

    @Override
    public synchronized Optional<SharedTransaction> find(Hash32 safeTxHash) throws ProblemException {
        store();
        return Optional.ofNullable(kept.get(safeTxHash)).map(Kept::transaction);
    }

    @Override
    public synchronized List<Kept> all() throws ProblemException {
        store();
        return List.copyOf(kept.values());
    }

    @Override
    public synchronized void forget(Hash32 safeTxHash) throws ProblemException {
        store().write(
                        "DELETE FROM shared WHERE hash = ?",
                        statement -> statement.setBytes(1, safeTxHash.bytes().toArray()));
        kept.remove(safeTxHash);
    }

    @Override
    public synchronized void close() {
        if (source instanceof InFile(var store)) {
            store.close();
        }
    }
}
