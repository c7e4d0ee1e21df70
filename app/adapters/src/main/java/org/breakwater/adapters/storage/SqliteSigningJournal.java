package org.breakwater.adapters.storage;

import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.signing.MadeSignature;
import org.breakwater.core.signing.MessageJournal;
import org.breakwater.core.signing.MessageRequest;
import org.breakwater.core.signing.SignatureLedger;
import org.breakwater.core.signing.SigningLock;
import org.breakwater.core.signing.SigningLocks;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;

/// What was signed on this machine and what is locked, in one file of SQLite. What a method wrote is on the disk when
/// it
/// returns. One program writes; any thread may ask it.
public final class SqliteSigningJournal implements MessageJournal, SignatureLedger, SigningLocks, AutoCloseable {

    private static final int MOST_WORDS = 4_000;

    private static final SmallStore.Kept KEPT = new SmallStore.Kept(
            "the journal of signatures",
            "What was signed is no longer known here, and it stays valid.",
            "Without it nothing is signed.");

    private final SmallStore store;
    private final InstantSource clock;

    private SqliteSigningJournal(SmallStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Opens the journal, or makes it.
    ///
    /// @throws ProblemException where it cannot be used; then nothing may be signed
    public static SqliteSigningJournal open(Path path, InstantSource clock) throws ProblemException {
        return new SqliteSigningJournal(SmallStore.open(path, StoreFormat.SIGNING, KEPT), clock);
    }

    @Override
    public synchronized void made(SafeHashCase subject, Address signer, Bytes signature) throws ProblemException {
        store.write(
                "INSERT INTO signature (chain, safe, nonce, hash, signer, signature, made)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                statement -> {
                    bind(statement, subject);
                    statement.setBytes(5, signer.bytes().toArray());
                    statement.setBytes(6, signature.toArray());
                    statement.setLong(7, clock.millis());
                });
    }

    @Override
    public synchronized void handedOver(SafeHashCase subject, Address signer, String where) throws ProblemException {
        var rows = store.write(
                "INSERT INTO hand_over (signature, at, place) SELECT id, ?5, ?6 FROM signature"
                        + " WHERE chain = ?1 AND safe = ?2 AND nonce = ?3 AND hash = ?4 AND signer = ?7",
                statement -> {
                    bind(statement, subject);
                    statement.setLong(5, clock.millis());
                    statement.setString(6, bounded(where));
                    statement.setBytes(7, signer.bytes().toArray());
                });
        if (rows == 0) {
            throw new ProblemException(Problem.of(
                    "No signature of " + signer + " for " + subject.hash() + " was made here.", "Sign it here first."));
        }
    }

    @Override
    public synchronized List<MadeSignature> all() throws ProblemException {
        return store.read(
                "SELECT id, chain, safe, nonce, hash, signer, signature, made FROM signature ORDER BY id",
                _ -> {},
                row -> new MadeSignature(
                        number(row, 2),
                        address(row, 3),
                        number(row, 4),
                        hash(row, 5),
                        address(row, 6),
                        Bytes.of(row.getBytes(7)),
                        Instant.ofEpochMilli(row.getLong(8)),
                        handOvers(row.getLong(1))));
    }

    private List<MadeSignature.HandOver> handOvers(long signature) throws SQLException {
        return store.rows(
                "SELECT at, place FROM hand_over WHERE signature = ? ORDER BY id",
                statement -> statement.setLong(1, signature),
                row -> new MadeSignature.HandOver(Instant.ofEpochMilli(row.getLong(1)), row.getString(2)));
    }

    @Override
    public synchronized Optional<SigningLock> closed(SafeHashCase subject) throws ProblemException {
        return locks(
                        " WHERE chain = ? AND safe = ? AND nonce = ? AND hash = ? AND lifted IS NULL",
                        statement -> bind(statement, subject))
                .stream()
                .findFirst();
    }

    @Override
    public synchronized List<SigningLock> locks() throws ProblemException {
        return locks("", _ -> {});
    }

    private List<SigningLock> locks(String where, SmallStore.Binding binding) throws ProblemException {
        return store.read(
                "SELECT chain, safe, nonce, hash, since, why, lifted, lifted_why FROM lock" + where
                        + " ORDER BY id DESC",
                binding,
                row -> new SigningLock(
                        number(row, 1),
                        address(row, 2),
                        number(row, 3),
                        hash(row, 4),
                        Instant.ofEpochMilli(row.getLong(5)),
                        row.getString(6),
                        lift(row)));
    }

    private static Optional<SigningLock.Lift> lift(ResultSet row) throws SQLException {
        var why = row.getString(8);
        return why == null
                ? Optional.empty()
                : Optional.of(new SigningLock.Lift(Instant.ofEpochMilli(row.getLong(7)), why));
    }

    @Override
    public synchronized void lock(SafeHashCase subject, String why) throws ProblemException {
        store.write("INSERT INTO lock (chain, safe, nonce, hash, since, why) VALUES (?, ?, ?, ?, ?, ?)", statement -> {
            bind(statement, subject);
            statement.setLong(5, clock.millis());
            statement.setString(6, bounded(why));
        });
    }

    @Override
    public synchronized void lift(SafeHashCase subject, String why) throws ProblemException {
        if (why.isBlank()) {
            throw new ProblemException(Problem.of("A lock is lifted for a reason.", "Say why."));
        }
        store.write(
                "UPDATE lock SET lifted = ?5, lifted_why = ?6"
                        + " WHERE chain = ?1 AND safe = ?2 AND nonce = ?3 AND hash = ?4 AND lifted IS NULL",
                statement -> {
                    bind(statement, subject);
                    statement.setLong(5, clock.millis());
                    statement.setString(6, bounded(why));
                });
    }

    @Override
    public synchronized Optional<String> closed(MessageRequest message) throws ProblemException {
        return store
                .read(
                        "SELECT why FROM message_lock WHERE chain = ? AND safe = ? AND hash = ? ORDER BY id",
                        statement -> bind(statement, message),
                        row -> row.getString(1))
                .stream()
                .findFirst();
    }

    @Override
    public synchronized void lock(MessageRequest message, String why) throws ProblemException {
        store.write("INSERT INTO message_lock (chain, safe, hash, since, why) VALUES (?, ?, ?, ?, ?)", statement -> {
            bind(statement, message);
            statement.setLong(4, clock.millis());
            statement.setString(5, bounded(why));
        });
    }

    @Override
    public synchronized void made(MessageRequest message, Address signer, Bytes signature) throws ProblemException {
        store.write(
                "INSERT INTO message_signature (chain, safe, hash, content, signer, signature, made)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                statement -> {
                    bind(statement, message);
                    statement.setBytes(4, message.content().bytes().toArray());
                    statement.setBytes(5, signer.bytes().toArray());
                    statement.setBytes(6, signature.toArray());
                    statement.setLong(7, clock.millis());
                });
    }

    private static void bind(PreparedStatement statement, MessageRequest message) throws SQLException {
        statement.setBytes(1, Word.of(message.signedFor().chainId()).toArray());
        statement.setBytes(2, message.signedFor().safe().bytes().toArray());
        statement.setBytes(3, message.hash().hash().bytes().toArray());
    }

    private static String bounded(String words) {
        return words.length() <= MOST_WORDS ? words : words.substring(0, MOST_WORDS);
    }

    private static void bind(PreparedStatement statement, SafeHashCase subject) throws SQLException {
        statement.setBytes(1, Word.of(subject.domain().chainId()).toArray());
        statement.setBytes(2, subject.domain().safe().bytes().toArray());
        statement.setBytes(3, Word.of(subject.transaction().nonce()).toArray());
        statement.setBytes(4, subject.hash().hash().bytes().toArray());
    }

    private static BigInteger number(ResultSet row, int column) throws SQLException {
        return Bytes.of(row.getBytes(column)).toUnsigned();
    }

    private static Address address(ResultSet row, int column) throws SQLException {
        return new Address(Bytes.of(row.getBytes(column)));
    }

    private static Hash32 hash(ResultSet row, int column) throws SQLException {
        return new Hash32(Bytes.of(row.getBytes(column)));
    }

    @Override
    public synchronized void close() {
        store.close();
    }
}
