package org.breakwater.adapters.storage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.core.exchange.SharedTransaction;
import org.breakwater.core.exchange.SharedTransactionFormat;
import org.breakwater.core.exchange.SharedTransactionReader;
import org.breakwater.core.exchange.SharedTransactions;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SignatureRecovery;
import org.breakwater.core.value.Hash32;

/// Transactions of Safes in one file of SQLite, each as its canonical document. A document is verified whenever it is
/// read: its hash, and each signature over it. What a method wrote is on the disk when it returns. One
/// program writes; any thread may ask it.
public final class SqliteSharedTransactions implements SharedTransactions, AutoCloseable {

    /// How many transactions there may be.
    public static final int MOST_TRANSACTIONS = 10_000;

    private static final String NAME = "what is kept here";
    private static final SmallStore.Kept KEPT = new SmallStore.Kept(
            "the transactions",
            "What was composed or handed over here is lost; signatures stay valid.",
            "Nothing more can be kept.");

    private final SmallStore store;
    private final SharedTransactionReader reader;

    private SqliteSharedTransactions(SmallStore store, SharedTransactionReader reader) {
        this.store = store;
        this.reader = reader;
    }

    /// Opens the file, or makes it.
    ///
    /// @param recovery verifies signatures that are kept
    public static SqliteSharedTransactions open(Path path, SignatureRecovery recovery) throws ProblemException {
        return new SqliteSharedTransactions(
                SmallStore.open(path, StoreFormat.SHARED, KEPT),
                SharedTransactionReader.ofKept(JsonText::parse, recovery));
    }

    @Override
    public synchronized SharedTransaction keep(SharedTransaction transaction) throws ProblemException {
        var before = find(transaction.hash().hash());
        var all = before.isPresent() ? before.get().merged(transaction) : transaction;
        if (before.isEmpty() && count() >= MOST_TRANSACTIONS) {
            throw new ProblemException(Problem.of(
                    "There are " + MOST_TRANSACTIONS + " transactions here.", "Let go of some that were executed."));
        }
        var content = SharedTransactionFormat.document(all);
        store.write(
                "INSERT INTO shared (hash, content) VALUES (?, ?)"
                        + " ON CONFLICT (hash) DO UPDATE SET content = excluded.content",
                statement -> {
                    statement.setBytes(1, all.hash().hash().bytes().toArray());
                    statement.setString(2, content);
                });
        return all;
    }

    private long count() throws ProblemException {
        return store.read("SELECT count(*) FROM shared", _ -> {}, row -> row.getLong(1))
                .getFirst();
    }

    @Override
    public synchronized Optional<SharedTransaction> find(Hash32 safeTxHash) throws ProblemException {
        var documents = store.read(
                "SELECT content FROM shared WHERE hash = ?",
                statement -> statement.setBytes(1, safeTxHash.bytes().toArray()),
                row -> row.getString(1));
        return documents.isEmpty() ? Optional.empty() : Optional.of(verified(documents.getFirst()));
    }

    @Override
    public synchronized List<SharedTransaction> all() throws ProblemException {
        var all = new ArrayList<SharedTransaction>();
        for (var document : store.read("SELECT content FROM shared ORDER BY id", _ -> {}, row -> row.getString(1))) {
            all.add(verified(document));
        }
        return all;
    }

    private SharedTransaction verified(String document) throws ProblemException {
        return reader.read(NAME, document);
    }

    @Override
    public synchronized void forget(Hash32 safeTxHash) throws ProblemException {
        store.write(
                "DELETE FROM shared WHERE hash = ?",
                statement -> statement.setBytes(1, safeTxHash.bytes().toArray()));
    }

    @Override
    public synchronized void close() {
        store.close();
    }
}
