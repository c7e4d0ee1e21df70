package org.breakwater.core.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.fact.GuardianFact;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.risk.MetricKind;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.watch.AlertChange.Evidence;
import org.breakwater.core.watch.AlertChange.Phase;
import org.breakwater.core.watch.rule.EventKind;
import org.breakwater.core.watch.rule.MetricScope;
import org.breakwater.core.watch.rule.Rule;
import org.breakwater.core.watch.rule.Rule.Heading;
import org.breakwater.core.watch.rule.Rule.Patience;
import org.breakwater.core.watch.rule.Rule.Side;
import org.breakwater.core.watch.rule.RuleBook;
import org.breakwater.core.watch.rule.StateKind;
import org.junit.jupiter.api.Test;

/// The life of alerts, look after look.
class AlertBookTest {

    private static final Instant START = Instant.parse("2026-11-29T00:00:00Z");
    private static final Subject POOL = new Subject.Pool(2);
    private static final Rule.State STATE = state("thin", new Patience.None());
    private static final Rule.Event PAUSED = event("paused", Duration.ofHours(2));

    private final List<AlertChange> told = new ArrayList<>();
    private WatchMemory memory = WatchMemory.EMPTY;

    private static Heading heading(String name, Patience patience, String... unless) {
        return new Heading(
                name, Optional.of(Severity.WARNING), "It is so", new TreeSet<>(Arrays.asList(unless)), patience);
    }

    private static Rule.State state(String name, Patience patience, String... unless) {
        return new Rule.State(heading(name, patience, unless), StateKind.SOLVENCY, Duration.ZERO);
    }

    private static Rule.Event event(String name, Duration stands) {
        return new Rule.Event(heading(name, new Patience.None()), EventKind.PAUSED, BigInteger.ZERO, stands);
    }

    private static BlockRef block(long number, String branch) {
        return new BlockRef(number, Keccak.hash(branch + number), START.plusSeconds(12 * number));
    }

    private static BlockRef block(long number) {
        return block(number, "");
    }

    private static Finding finding(Subject about, String words, boolean raises) {
        return new Finding(
                about,
                "",
                words,
                "detail",
                List.of(new Evidence("a figure", "1", "a source")),
                Optional.empty(),
                raises);
    }

    private static Finding finding(boolean raises) {
        return finding(POOL, "pool 2", raises);
    }

    private List<Phase> look(Consumer<AlertBook> looking) {
        var book = new AlertBook(memory, START);
        looking.accept(book);
        var step = book.step();
        memory = step.after();
        told.addAll(step.changes());
        return step.changes().stream().map(AlertChange::phase).toList();
    }

    private List<Phase> found(Rule rule, long height, Finding... findings) {
        var block = block(height);
        return look(book -> book.found(rule, List.of(findings), Optional.of(block), block.time()));
    }

    private static Happening.Began began(long pause) {
        return new Happening.Began(
                EventKind.PAUSED,
                "pause " + pause,
                new Subject.Pause(pause),
                "every pool",
                "detail",
                List.of(),
                BigInteger.ZERO);
    }

    private static LoggedFact logged(BlockRef block, String transaction) {
        return new LoggedFact(
                block,
                Keccak.hash(transaction),
                0,
                Address.ZERO,
                new GuardianFact.Paused(1, 1, 0, 0, 1, Address.ZERO, Hash32.ZERO, 3));
    }

    @Test
    void whatIsSoIsToldOnceAndClearedWhenItEnds() {
        assertThat(found(STATE, 1, finding(true))).containsExactly(Phase.RAISED);
        assertThat(found(STATE, 2, finding(true))).isEmpty();
        assertThat(found(STATE, 3)).containsExactly(Phase.CLEARED);
        assertThat(found(STATE, 4)).isEmpty();
        assertThat(found(STATE, 5, finding(true))).containsExactly(Phase.RAISED);

        assertThat(told).extracting(AlertChange::sequence).containsExactly(1L, 2L, 3L);
        assertThat(told).extracting(AlertChange::alert).containsExactly(1L, 1L, 2L);
        assertThat(told.getFirst().evidence()).extracting(Evidence::value).containsExactly("1");
        assertThat(told.get(1).evidence()).extracting(Evidence::name).contains("cleared");
        assertThat(told)
                .extracting(change -> change.block().orElseThrow())
                .containsExactly(block(1), block(3), block(5));
    }

    @Test
    void whatOnlyKeepsAnAlertRaisesNone() {
        assertThat(found(STATE, 1, finding(false))).isEmpty();
        assertThat(found(STATE, 2, finding(true))).containsExactly(Phase.RAISED);
        assertThat(found(STATE, 3, finding(false))).isEmpty();
        assertThat(found(STATE, 4)).containsExactly(Phase.CLEARED);
    }

    @Test
    void whatMustLastForBlocksIsCountedByHeightAndFromAnewWhereItWasNotSo() {
        var rule = state("thin", new Patience.Blocks(3));
        assertThat(found(rule, 10, finding(true))).isEmpty();
        assertThat(found(rule, 11, finding(true))).isEmpty();
        assertThat(found(rule, 12)).isEmpty();
        assertThat(found(rule, 13, finding(true))).isEmpty();
        assertThat(found(rule, 14, finding(false)))
                .as("what does not raise does not last")
                .isEmpty();
        assertThat(found(rule, 15, finding(true))).isEmpty();
        assertThat(found(rule, 17, finding(true))).containsExactly(Phase.RAISED);
    }

    @Test
    void whatMustLastForATimeIsCountedByTheBlocksTimes() {
        var rule = state("thin", new Patience.Time(Duration.ofMinutes(1)));
        assertThat(found(rule, 1, finding(true))).isEmpty();
        assertThat(found(rule, 5, finding(true))).isEmpty();
        assertThat(found(rule, 6, finding(true))).containsExactly(Phase.RAISED);
    }

    @Test
    void aClockThatIsSetBackBeginsToCountAnew() {
        var rule = state("thin", new Patience.Time(Duration.ofMinutes(1)));
        assertThat(found(rule, 100, finding(true))).isEmpty();
        assertThat(found(rule, 1, finding(true))).isEmpty();
        assertThat(found(rule, 5, finding(true))).isEmpty();
        assertThat(found(rule, 6, finding(true))).containsExactly(Phase.RAISED);
    }

    @Test
    void anotherSentenceIsAChangeAndAnotherFigureIsNone() {
        found(STATE, 1, finding(true));
        assertThat(found(STATE, 2, finding(POOL, "pool 2, twice", true))).containsExactly(Phase.CHANGED);
        assertThat(told.getLast().said().sentence()).isEqualTo("It is so: pool 2, twice");
        assertThat(memory.alerts())
                .extracting(alert -> alert.said().sentence())
                .containsExactly("It is so: pool 2, twice");
    }

    @Test
    void aRuleIsSilentAboutWhatAnotherTellsOf() {
        var worse = state("worse", new Patience.None());
        var rule = state("thin", new Patience.None(), "worse");
        found(rule, 1, finding(true));
        assertThat(look(book -> {
                    book.found(worse, List.of(finding(true)), Optional.of(block(2)), block(2).time());
                    book.found(rule, List.of(finding(true)), Optional.of(block(2)), block(2).time());
                }))
                .containsExactly(Phase.RAISED, Phase.CLEARED);
        assertThat(memory.alerts()).extracting(StandingAlert::rule).containsExactly("worse");
        assertThat(look(book -> {
                    book.found(worse, List.of(), Optional.of(block(3)), block(3).time());
                    book.found(rule, List.of(finding(true)), Optional.of(block(3)), block(3).time());
                }))
                .containsExactly(Phase.CLEARED, Phase.RAISED);
    }

    @Test
    void whatHappenedIsToldOnceHoweverOftenItIsRead() {
        assertThat(look(book -> book.happened(PAUSED, began(1), logged(block(5), "a"))))
                .containsExactly(Phase.RAISED);
        assertThat(look(book -> book.happened(PAUSED, began(1), logged(block(5), "a"))))
                .isEmpty();
        assertThat(look(book -> book.happened(PAUSED, began(1), logged(block(6), "b"))))
                .containsExactly(Phase.RAISED);
    }

    @Test
    void oneTransactionMayDoTheSameTwice() {
        assertThat(look(book -> {
                    book.happened(PAUSED, began(1), logged(block(5), "a"));
                    book.happened(PAUSED, began(1), logged(block(5), "a"));
                }))
                .containsExactly(Phase.RAISED, Phase.RAISED);
        assertThat(look(book -> {
                    book.happened(PAUSED, began(1), logged(block(5), "a"));
                    book.happened(PAUSED, began(1), logged(block(5), "a"));
                }))
                .isEmpty();
    }

    @Test
    void theContraryEndsWhatHappenedAndNothingElse() {
        look(book -> {
            book.happened(PAUSED, began(1), logged(block(5), "a"));
            book.happened(PAUSED, began(11), logged(block(5), "b"));
        });
        assertThat(look(book -> book.ended(
                        PAUSED,
                        new Happening.Ended(EventKind.PAUSED, "pause 1", "It was lifted"),
                        logged(block(6), "c"))))
                .containsExactly(Phase.CLEARED);
        assertThat(memory.alerts()).extracting(alert -> alert.said().about()).containsExactly(new Subject.Pause(11));
    }

    @Test
    void whatHappenedIsToldForItsTime() {
        look(book -> book.happened(PAUSED, began(1), logged(block(0), "a")));
        assertThat(look(book -> book.passed(block(599)))).isEmpty();
        assertThat(look(book -> book.passed(block(600)))).containsExactly(Phase.CLEARED);
        assertThat(look(book -> book.happened(PAUSED, began(1), logged(block(0), "a"))))
                .as("above finality it is remembered")
                .isEmpty();
    }

    @Test
    void onAnotherBranchTheSameTransactionIsTheSameAlertAndWhatIsGoneIsCleared() {
        look(book -> {
            book.happened(PAUSED, began(1), logged(block(5), "stays"));
            book.happened(PAUSED, began(2), logged(block(6), "moves"));
            book.happened(PAUSED, began(3), logged(block(6), "goes"));
            book.looked(block(6), 4);
        });
        assertThat(look(book -> {
                    book.forked(5);
                    book.happened(PAUSED, began(2), logged(block(7, "other"), "moves"));
                    book.takeBack(block(7, "other"));
                    book.looked(block(7, "other"), 4);
                }))
                .containsExactly(Phase.CLEARED);
        assertThat(told.getLast().said().about()).isEqualTo(new Subject.Pause(3));
        assertThat(memory.alerts())
                .extracting(alert -> alert.block().orElseThrow())
                .containsExactly(block(5), block(7, "other"));
    }

    @Test
    void onAnotherBranchAnOldEndDoesNotEndWhatBeganAfterIt() {
        var ended = new Happening.Ended(EventKind.PAUSED, "pause 1", "It was lifted");
        look(book -> {
            book.happened(PAUSED, began(1), logged(block(5), "a"));
            book.ended(PAUSED, ended, logged(block(6), "b"));
            book.happened(PAUSED, began(1), logged(block(7), "c"));
            book.looked(block(7), 4);
        });
        assertThat(look(book -> {
                    book.forked(4);
                    book.happened(PAUSED, began(1), logged(block(5, "x"), "a"));
                    book.ended(PAUSED, ended, logged(block(6, "x"), "b"));
                    book.happened(PAUSED, began(1), logged(block(7, "x"), "c"));
                    book.takeBack(block(7, "x"));
                }))
                .isEmpty();
        assertThat(memory.alerts()).hasSize(1);
    }

    @Test
    void whatIsFinalIsNotRemembered() {
        look(book -> {
            book.happened(PAUSED, began(1), logged(block(5), "a"));
            book.looked(block(9), 5);
        });
        assertThat(memory.seen()).isEmpty();
        assertThat(memory.alerts()).hasSize(1);
    }

    @Test
    void tooManyEventsMakeRoomByTheOldest() {
        look(book -> {
            for (int i = 0; i <= AlertBook.MOST_STANDING; i++) {
                book.happened(PAUSED, began(i), logged(block(1), "t" + i));
            }
            book.passed(block(1));
        });
        assertThat(memory.alerts()).hasSize(AlertBook.MOST_STANDING);
        assertThat(memory.alerts()).extracting(alert -> alert.said().about()).doesNotContain(new Subject.Pause(0));
    }

    @Test
    void anAlertIsAcknowledgedOnceAndStandsOn() {
        found(STATE, 1, finding(true));
        assertThat(look(book -> book.acknowledge(1))).containsExactly(Phase.ACKNOWLEDGED);
        assertThat(look(book -> book.acknowledge(1))).isEmpty();
        assertThat(look(book -> book.acknowledge(9))).isEmpty();
        assertThat(memory.alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.isAcknowledged()).isTrue());
    }

    @Test
    void theAlertsOfARuleThatIsGoneAreCleared() {
        found(STATE, 1, finding(true));
        assertThat(look(book -> book.retire(List.of("thin")))).isEmpty();
        assertThat(look(book -> book.retire(List.of("other")))).containsExactly(Phase.CLEARED);
    }

    @Test
    void whatStoodAtTheFirstLookIsKnownAndSeenWithOnePress() {
        look(book -> {
            var block = block(1);
            book.found(STATE, List.of(finding(true)), Optional.of(block), block.time());
            book.happened(PAUSED, began(7), logged(block, "one"));
            book.looked(block, 0);
        });
        assertThat(told).allMatch(AlertChange::isOfTheBeginning).hasSize(2);
        look(book -> book.happened(PAUSED, began(8), logged(block(2), "two")));
        assertThat(told.getLast().isOfTheBeginning()).isFalse();

        assertThat(look(AlertBook::acknowledgeWhatStood)).containsExactly(Phase.ACKNOWLEDGED, Phase.ACKNOWLEDGED);
        assertThat(memory.alerts())
                .filteredOn(alert -> !alert.isAcknowledged())
                .extracting(StandingAlert::hasStood)
                .containsExactly(false);
        assertThat(look(AlertBook::acknowledgeWhatStood)).isEmpty();
    }

    @Test
    void longWordsAreCutAndSignsThatCannotBeSeenAreShown() {
        found(STATE, 1, finding(POOL, "\u202e" + "😀".repeat(400), true));
        var sentence = told.getFirst().said().sentence();
        assertThat(sentence.length()).isLessThanOrEqualTo(500);
        assertThat(sentence).contains("\ufffd").doesNotContain("\u202e");
    }

    @Test
    void rulesThatSilenceOthersComeFirstAndMayNotDoSoInACircle() {
        var book = new RuleBook(List.of(state("a", new Patience.None(), "b"), state("b", new Patience.None())));
        assertThat(book.rules()).extracting(Rule::name).containsExactly("b", "a");
        var circle = List.<Rule>of(state("a", new Patience.None(), "b"), state("b", new Patience.None(), "a"));
        assertThat(RuleBook.circle(circle)).hasValue(List.of("a", "b", "a"));
        assertThatIllegalArgumentException().isThrownBy(() -> new RuleBook(circle));
        assertThatIllegalArgumentException().isThrownBy(() -> new RuleBook(List.of(STATE, STATE)));
    }

    @Test
    void aThresholdKnowsItsSides() {
        var rule = new Rule.Threshold(
                heading("t", new Patience.None()),
                MetricKind.SOLVENCY,
                new MetricScope.Every(MetricScope.Kind.POOL),
                Side.BELOW,
                BigInteger.valueOf(11_000),
                BigInteger.valueOf(11_200));
        var metrics = new SolvencyOf(block(1));
        assertThat(metrics.find(rule, 11_000)).isEqualTo("keeps");
        assertThat(metrics.find(rule, 10_999)).isEqualTo("raises");
        assertThat(metrics.find(rule, 11_200)).isEqualTo("keeps");
        assertThat(metrics.find(rule, 11_201)).isEqualTo("clears");
    }
}
