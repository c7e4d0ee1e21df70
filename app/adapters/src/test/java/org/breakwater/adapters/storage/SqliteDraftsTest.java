package org.breakwater.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.breakwater.core.compose.Draft;
import org.breakwater.core.compose.Input;
import org.breakwater.core.compose.Template;
import org.breakwater.core.compose.WrittenCall;
import org.breakwater.core.governor.BallotWords;
import org.breakwater.core.governor.BallotWords.Ballot;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Drafts outlive the program, whether it is closed or killed.
class SqliteDraftsTest {

    private static final Address SAFE = Address.parse("0x1Db92e2EeBC8E0c075a02BeA49a2935BcD2dFCF4");

    @TempDir
    private Path folder;

    private static Draft draft(long id, String value) {
        return new Draft(
                id,
                BigInteger.valueOf(31_337),
                SAFE,
                Optional.of(BigInteger.valueOf(61)),
                List.of(
                        WrittenCall.empty(Template.TIGHTEN_NOW)
                                .with(Input.PARAMETER, "INCIDENT_CAP")
                                .with(Input.VALUE, value)
                                .with(Input.REASON, "“Why”, in words:\n\ttabs and ∞"),
                        WrittenCall.empty(Template.REJECT_NONCE)),
                Instant.ofEpochMilli(1_000 + id),
                Optional.of(Hash32.ZERO));
    }

    private SqliteDrafts open() throws ProblemException {
        return SqliteDrafts.open(folder.resolve("drafts.sqlite"));
    }

    @Test
    void whatIsWrittenIsThereAfterTheProgramHasEnded() throws ProblemException {
        long first;
        long second;
        try (var drafts = open()) {
            first = drafts.next();
            drafts.keep(draft(first, "1"));
            second = drafts.next();
            drafts.keep(draft(second, "36.0"));
            drafts.keep(draft(first, "36.00"));
        }
        try (var drafts = open()) {
            assertThat(drafts.all()).containsExactly(draft(second, "36.0"), draft(first, "36.00"));
            assertThat(drafts.find(first)).contains(draft(first, "36.00"));
            assertThat(drafts.find(99)).isEmpty();
        }
    }

    @Test
    void whatIsSaidOfAProposalIsKeptAndADraftOfOnceHadNoWords() throws Exception {
        var said = draft(1, "1").saying("# Title\n\n“Why” \u202e \ud83d\ude00").reviewedAs(Hash32.ZERO);
        try (var drafts = open()) {
            drafts.keep(said);
            drafts.keep(draft(2, "1"));
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("drafts.sqlite"));
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE draft SET content = replace(content, '\"text\":\"\",', '') WHERE id = 2");
        }
        try (var drafts = open()) {
            assertThat(drafts.find(1)).contains(said);
            assertThat(drafts.find(2)).contains(draft(2, "1"));
        }
    }

    @Test
    void theReasonOfABallotOutlivesTheProgramAndIsOfOneVoterOnOneSubject() throws ProblemException {
        var chain = new ChainId(31_337);
        var mine = Ballot.onProposal(chain, BigInteger.TEN, SAFE);
        try (var drafts = open()) {
            drafts.keep(mine, "Because");
            drafts.keep(mine, "Because of the pool");
            drafts.keep(Ballot.inCase(chain, 10, SAFE), "Another");
        }
        try (var drafts = open()) {
            assertThat(drafts.find(mine)).contains("Because of the pool");
            assertThat(drafts.find(Ballot.inCase(chain, 10, SAFE))).contains("Another");
            assertThat(drafts.find(Ballot.onProposal(chain, BigInteger.TEN, Address.ZERO)))
                    .isEmpty();
            assertThat(drafts.find(Ballot.onProposal(new ChainId(1), BigInteger.TEN, SAFE)))
                    .isEmpty();
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> drafts.keep(mine, "x".repeat(BallotWords.MOST_WORDS + 1)));
            assertThat(drafts.find(mine)).contains("Because of the pool");
        }
    }

    @Test
    void aNumberIsNeverGivenTwice() throws ProblemException {
        long gone;
        try (var drafts = open()) {
            gone = drafts.next();
            drafts.keep(draft(gone, "1"));
            drafts.forget(gone);
            assertThat(drafts.all()).isEmpty();
        }
        try (var drafts = open()) {
            assertThat(drafts.next()).isGreaterThan(gone);
        }
    }

    @Test
    void aDraftThatWasTamperedWithIsRefused() throws Exception {
        try (var drafts = open()) {
            drafts.keep(draft(1, "1"));
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("drafts.sqlite"));
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE draft SET content = replace(content, 'TIGHTEN_NOW', 'TAKE_ALL')");
        }
        try (var drafts = open()) {
            assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> drafts.find(1));
        }
    }

    @Test
    void programsThatAreKilledLoseNothingThatTheySaidWasKept() throws Exception {
        var random = new SplittableRandom(3);
        long said = 0;
        for (int program = 0; program < 2; program++) {
            said = killOne(said, random);
            try (var drafts = open()) {
                var kept = drafts.find(1).orElseThrow().calls().getFirst().text(Input.VALUE);
                assertThat(Long.parseLong(kept)).isGreaterThanOrEqualTo(said);
                said = Long.parseLong(kept);
            }
        }
    }

    private long killOne(long from, SplittableRandom random) throws Exception {
        var program = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writes.class.getName(),
                        folder.resolve("drafts.sqlite").toString(),
                        Long.toString(from))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = from;
        try (var lines = program.inputReader()) {
            for (int changes = random.nextInt(5, 40); changes > 0; changes--) {
                said = Long.parseLong(lines.readLine());
            }
            TimeUnit.MICROSECONDS.sleep(random.nextInt(20_000));
            program.destroyForcibly().waitFor();
        }
        return said;
    }

    /// A program that changes a draft again and again, and says what it has kept.
    static final class Writes {

        private Writes() {}

        public static void main(String[] arguments) throws Exception {
            try (var drafts = SqliteDrafts.open(Path.of(arguments[0]))) {
                for (long value = Long.parseLong(arguments[1]) + 1; ; value++) {
                    drafts.keep(draft(1, Long.toString(value)));
                    System.out.println(value);
                    System.out.flush();
                }
            }
        }
    }
}
