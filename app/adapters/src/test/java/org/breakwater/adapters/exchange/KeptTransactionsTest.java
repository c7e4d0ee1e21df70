package org.breakwater.adapters.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.adapters.storage.SqliteSharedTransactions;
import org.breakwater.core.exchange.Reason;
import org.breakwater.core.exchange.SharedTransaction;
import org.breakwater.core.exchange.SharedTransactions.Kept;
import org.breakwater.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Transactions that were kept are there after the program has ended, and are verified when the file is opened.
class KeptTransactionsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T14:00:00Z");

    @TempDir
    private Path folder;

    private SqliteSharedTransactions open() throws ProblemException {
        return SqliteSharedTransactions.open(folder.resolve("transactions.sqlite"), new EcdsaRecovery(), () -> NOW);
    }

    private static SharedTransaction signed(long nonce, int... people) throws ProblemException {
        var subject = Council.subject(nonce);
        var shared = SharedTransaction.unsigned(subject);
        for (var person : people) {
            shared = shared.signed(Council.plain(person, subject), Council.OWNERS, new EcdsaRecovery());
        }
        return shared;
    }

    @Test
    void whatWasKeptIsThereAfterTheProgramHasEnded() throws ProblemException {
        var first = signed(71, 0, 2).because(new Reason("Ada", "The bridge is short."));
        var second = signed(72);
        try (var kept = open()) {
            kept.keep(first);
            kept.keep(second);
        }
        try (var kept = open()) {
            assertThat(kept.all()).containsExactly(new Kept(first, NOW), new Kept(second, NOW));
            assertThat(kept.find(first.hash().hash())).contains(first);
            assertThat(kept.find(signed(73).hash().hash())).isEmpty();
        }
    }

    @Test
    void signaturesAreMergedAndNoneIsLost() throws ProblemException {
        try (var kept = open()) {
            kept.keep(signed(71, 0));
            kept.keep(signed(71, 3).because(new Reason("Ada", "Why.")));
            var all = kept.keep(signed(71));

            assertThat(all).isEqualTo(signed(71, 0, 3).because(new Reason("Ada", "Why.")));
            assertThat(kept.all()).containsExactly(new Kept(all, NOW));
        }
    }

    @Test
    void whatWasLetGoIsGone() throws ProblemException {
        var transaction = signed(71, 1);
        try (var kept = open()) {
            kept.keep(transaction);
            kept.forget(transaction.hash().hash());
        }
        try (var kept = open()) {
            assertThat(kept.all()).isEmpty();
        }
    }

    @Test
    void aDocumentThatWasChangedInTheFileIsRefused() throws Exception {
        try (var kept = open()) {
            kept.keep(signed(71, 1));
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("transactions.sqlite"));
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE shared SET content = replace(content, '\"nonce\": \"71\"'," + " '\"nonce\": \"70\"')");
        }
        assertThatExceptionOfType(ProblemException.class).isThrownBy(this::open).withMessageContaining("checksum");
    }

    @Test
    void anotherProgramCannotWriteMeanwhile() throws ProblemException {
        try (var kept = open()) {
            assertThat(kept.all()).isEmpty();
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(this::open)
                    .withMessageContaining("Another Breakwater");
        }
    }

    @Test
    void aFileOfAnotherKindIsLeftAsItIs() throws Exception {
        var file = folder.resolve("transactions.sqlite");
        Files.writeString(file, "This is a letter, and no file of a database at all. ".repeat(20));
        var before = Files.readString(file);

        assertThatExceptionOfType(ProblemException.class).isThrownBy(this::open);
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void aDamagedFileSaysWhyAndNothingIsWrittenOverIt() throws Exception {
        var file = folder.resolve("transactions.sqlite");
        Files.writeString(file, "This is a letter, and no file of a database at all. ".repeat(20));
        var before = Files.readString(file);

        try (var kept = SqliteSharedTransactions.openOrSayWhyNot(file, new EcdsaRecovery(), () -> NOW)) {
            assertThatExceptionOfType(ProblemException.class).isThrownBy(kept::all);
            assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> kept.keep(signed(71)));
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> kept.find(signed(71).hash().hash()));
        }
        assertThat(Files.readString(file)).isEqualTo(before);
    }
}
