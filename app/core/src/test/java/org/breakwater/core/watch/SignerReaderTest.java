package org.breakwater.core.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.alert.AlertNames;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeConfiguration;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;
import org.breakwater.core.watch.AlertChange.Evidence;
import org.breakwater.core.watch.SignedHistory.Execution;
import org.breakwater.core.watch.SignedHistory.OwnersAct;
import org.breakwater.core.watch.rule.Rule;
import org.breakwater.core.watch.rule.Rule.Heading;
import org.breakwater.core.watch.rule.Rule.Patience;
import org.junit.jupiter.api.Test;

/// Who signs for a Safe no longer. The Safe executes once a day, and a block is a day.
class SignerReaderTest {

    private static final Instant BEGIN = Instant.parse("2026-08-01T00:00:00Z");
    private static final Address SAFE = account(0x5afe);
    private static final Address ANA = account(0xa1);
    private static final Address BO = account(0xb1);
    private static final Address CLEO = account(0xc1);
    private static final Rule.Signer RULE = new Rule.Signer(
            new Heading(
                    "signer-inactive",
                    Optional.of(Severity.WARNING),
                    "An owner of a Safe no longer signs",
                    new TreeSet<>(),
                    new Patience.None()),
            3,
            Duration.ofDays(10));

    private final List<Execution> executions = new ArrayList<>();
    private final List<OwnersAct> acts = new ArrayList<>();
    private List<Address> owners = List.of(ANA, BO, CLEO);
    private Set<Address> settled = Set.of(ANA, BO, CLEO);
    private long today;

    private static Address account(long number) {
        return new Address(Word.of(number).slice(12, Word.LENGTH));
    }

    private static BlockRef block(long day) {
        return new BlockRef(day, Keccak.hash("day " + day), BEGIN.plus(Duration.ofDays(day)));
    }

    private static Hash32 hash(long day) {
        return Keccak.hash("executed on day " + day);
    }

    private void signed(Address... signers) {
        executed(Optional.of(Set.of(signers)));
    }

    private void executed(Optional<Set<Address>> signers) {
        today++;
        executions.add(new Execution(hash(today), today, block(today).time(), signers));
    }

    private List<Finding> found() {
        return foundAfter(0);
    }

    private List<Finding> foundAfter(long days) {
        var through = block(today);
        var safe = new SafeConfiguration(
                SAFE,
                ANA,
                owners,
                BigInteger.TWO,
                BigInteger.valueOf(executions.size()),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var history = new SignedHistory(SAFE, 0, through, settled, executions, acts);
        var signed = new SignerReader.Signed(safe, history);
        return new SignerReader(List.of(signed), AlertNames.NUMBERS, block(today + days)).find(RULE);
    }

    private List<String> raised() {
        return found().stream().filter(Finding::raises).map(Finding::identity).toList();
    }

    @Test
    void whoSignedNoneOfTheLastThreeIsTold() {
        signed(ANA, CLEO);
        signed(ANA, BO);
        signed(ANA, BO);
        assertThat(raised()).isEmpty();
        signed(ANA, BO);

        assertThat(found()).singleElement().satisfies(finding -> {
            assertThat(finding.raises()).isTrue();
            assertThat(finding.about()).isEqualTo(new Subject.Safe(SAFE));
            assertThat(finding.identity()).isEqualTo("owner " + CLEO);
            assertThat(finding.words())
                    .isEqualTo("0x0000…00C1 has signed none of the last 3 transactions of 0x0000…5aFE, since"
                            + " 2 Aug 2026, 00:00 UTC");
            assertThat(finding.detail())
                    .isEqualTo("3 transactions of it went without their signature, 3 of them within 10 days."
                            + " What cannot be read counts as signed by everybody");
            assertThat(finding.evidence())
                    .extracting(Evidence::value)
                    .containsExactly(CLEO.toString(), "3", "in block 1", "4 of 4, through block 4");
        });
    }

    @Test
    void theSentenceStaysWhenTheyMissMore() {
        signed(CLEO);
        for (int i = 0; i < 3; i++) {
            signed(ANA, BO);
        }
        var before = found().getFirst().words();
        signed(ANA, BO);
        assertThat(found().getFirst().words()).isEqualTo(before);
    }

    @Test
    void itIsOverWhenTheySign() {
        for (int i = 0; i < 4; i++) {
            signed(ANA, BO);
        }
        assertThat(raised()).containsExactly("owner " + CLEO);
        signed(BO, CLEO);
        assertThat(found()).extracting(Finding::identity).containsExactly("owner " + ANA);
        assertThat(raised()).isEmpty();
    }

    @Test
    void itIsOverWhenTheyAreNoOwnerAnyMore() {
        for (int i = 0; i < 4; i++) {
            signed(ANA, BO);
        }
        owners = List.of(ANA, BO);
        assertThat(found()).isEmpty();
    }

    @Test
    void aSafeThatRestsKeepsWhatIsToldAndTellsNothingNew() {
        for (int i = 0; i < 4; i++) {
            signed(ANA, BO);
        }
        assertThat(foundAfter(60))
                .singleElement()
                .satisfies(finding -> assertThat(finding.raises())
                        .as("no reason to tell it now, and none to clear it")
                        .isFalse());
    }

    @Test
    void fewTransactionsSayNothingAboutAnybody() {
        signed(ANA, BO);
        signed(ANA, BO);
        assertThat(raised()).isEmpty();
    }

    @Test
    void anExecutionThatCannotBeReadCountsAsSignedByEverybody() {
        for (int i = 0; i < 4; i++) {
            signed(ANA, BO);
        }
        executed(Optional.empty());
        assertThat(found()).isEmpty();
        signed(ANA, BO);
        signed(ANA, BO);
        assertThat(raised()).isEmpty();
        signed(ANA, BO);
        assertThat(raised()).containsExactly("owner " + CLEO);
        assertThat(found().getFirst().evidence())
                .extracting(Evidence::value)
                .contains(
                        "not known: the signatures of the execution in block 5 cannot be read",
                        "7 of 8, through block 8");
    }

    @Test
    void anApprovalOnChainIsASignatureThoughOthersReachedTheThreshold() {
        for (int i = 0; i < 4; i++) {
            signed(ANA, BO);
        }
        acts.add(new OwnersAct.Approved(CLEO, 2, block(2).time(), hash(4)));
        assertThat(found()).isEmpty();
    }

    @Test
    void whoApprovedAnythingLatelyIsThere() {
        for (int i = 0; i < 4; i++) {
            signed(ANA, BO);
        }
        acts.add(new OwnersAct.Approved(CLEO, 3, block(3).time(), Keccak.hash("not executed yet")));
        assertThat(raised()).isEmpty();
        assertThat(found())
                .singleElement()
                .satisfies(finding -> assertThat(finding.evidence())
                        .extracting(Evidence::value)
                        .contains("an approval in block 3"));
    }

    @Test
    void whatWasExecutedBeforeSomebodyBecameAnOwnerWasNotTheirsToSign() {
        for (int i = 0; i < 4; i++) {
            signed(ANA, BO);
        }
        acts.add(new OwnersAct.Joined(CLEO, 4, block(4).time()));
        assertThat(found()).isEmpty();
        for (int i = 0; i < 3; i++) {
            signed(ANA, BO);
        }
        assertThat(raised()).containsExactly("owner " + CLEO);
    }

    @Test
    void whoBecameAnOwnerAfterTheLastBlockThatWasReadIsNotJudged() {
        for (int i = 0; i < 4; i++) {
            signed(ANA, BO);
        }
        settled = Set.of(ANA, BO);
        assertThat(found()).isEmpty();
    }

    @Test
    void aHistoryGoesBackNinetyDaysFromItsLastBlock() {
        for (int i = 0; i < 200; i++) {
            signed(ANA, BO);
        }
        var history = new SignedHistory(SAFE, 0, block(100), settled, executions.subList(0, 100), acts)
                .and(new SignedHistory(SAFE, 101, block(200), settled, executions.subList(100, 200), acts));
        assertThat(history.executions())
                .hasSize(91)
                .first()
                .satisfies(first -> assertThat(first.block()).isEqualTo(110));
        assertThat(history.through()).isEqualTo(block(200));
    }

    @Test
    void whatIsKnownIsReadOnFromThereAndAFailureIsTriedAgainSooner() {
        var asked = new ArrayList<Optional<Long>>();
        var kept = new KeptSignings(
                (safe, before) -> {
                    asked.add(before.map(history -> history.through().number()));
                    if (asked.size() == 2) {
                        throw new ProblemException(Problem.of("The node is gone.", "Start it."));
                    }
                    return new SignedHistory(safe, 0, block(asked.size()), settled, List.of(), List.of());
                },
                Runnable::run);
        kept.look(List.of(SAFE), block(1_000));
        kept.look(List.of(SAFE), block(1_000 + KeptSignings.EVERY - 1));
        assertThat(asked).containsExactly(Optional.empty());

        kept.look(List.of(SAFE), block(1_000 + KeptSignings.EVERY));
        assertThat(kept.problem())
                .hasValueSatisfying(problem -> assertThat(problem.happened()).isEqualTo("The node is gone."));
        assertThat(kept.of(SAFE)).as("what was read last").isPresent();
        kept.look(List.of(SAFE), block(1_000 + KeptSignings.EVERY + KeptSignings.AGAIN));
        assertThat(asked).containsExactly(Optional.empty(), Optional.of(1L), Optional.of(1L));
        assertThat(kept.problem()).isEmpty();
    }
}
