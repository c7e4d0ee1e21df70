package org.breakwater.core.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.watch.rule.HealthKind;
import org.breakwater.core.watch.rule.Rule;
import org.breakwater.core.watch.rule.Rule.Heading;
import org.breakwater.core.watch.rule.Rule.Patience;
import org.junit.jupiter.api.Test;

/// The monitor's own health, by two clocks.
class HealthReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final long SECOND = 1_000_000_000;

    private long nanoseconds = 77 * SECOND;
    private final HealthReader health = new HealthReader(() -> nanoseconds, false);

    private static Rule.Health rule(HealthKind kind, Duration limit) {
        var heading = new Heading("rule", Optional.of(Severity.HOLD), "It is so", new TreeSet<>(), new Patience.None());
        return new Rule.Health(heading, kind, limit);
    }

    private static BlockRef block(long number, Instant time) {
        return new BlockRef(number, Keccak.hash("block " + number), time);
    }

    private List<Finding> find(HealthKind kind, Duration limit) {
        return health.find(rule(kind, limit));
    }

    @Test
    void aTargetThatIsNotReachedForLongIsToldUntilItIs() {
        var limit = Duration.ofMinutes(10);
        var waiting = new UnreachedTarget("on-call", Optional.of(NOW), "It answers with 500.");
        health.unreached(List.of(waiting), NOW.plusSeconds(600));
        assertThat(find(HealthKind.TARGET_FAILING, limit)).isEmpty();
        health.unreached(List.of(waiting), NOW.plusSeconds(601));
        assertThat(find(HealthKind.TARGET_FAILING, limit)).singleElement().satisfies(finding -> {
            assertThat(finding.about()).isEqualTo(new Subject.Target("on-call"));
            assertThat(finding.detail()).isEqualTo("It answers with 500.");
        });
        health.unreached(List.of(), NOW.plusSeconds(602));
        assertThat(find(HealthKind.TARGET_FAILING, limit)).isEmpty();
    }

    @Test
    void aTargetIsToldOfAtOnceWhereNobodyKnowsHowFarItIs() {
        health.unreached(List.of(new UnreachedTarget("on-call", Optional.empty(), "The file is full.")), NOW);
        assertThat(find(HealthKind.TARGET_FAILING, Duration.ofMinutes(10))).hasSize(1);
    }

    @Test
    void aChosenFileThatDoesNotHoldIsTold() {
        health.refused(List.of(Problem.of("Line 3 names no rule.", "Correct it.")));
        assertThat(find(HealthKind.SETTING_REFUSED, Duration.ZERO))
                .extracting(Finding::words)
                .containsExactly("Line 3 names no rule.");
        health.refused(List.of());
        assertThat(find(HealthKind.SETTING_REFUSED, Duration.ZERO)).isEmpty();
    }

    @Test
    void aChainThatStandsStillIsToldUntilThereIsABlock() {
        var limit = Duration.ofMinutes(5);
        health.head(block(1, NOW), NOW);
        nanoseconds += 300 * SECOND;
        assertThat(find(HealthKind.HEAD_STALE, limit)).isEmpty();
        nanoseconds += SECOND;
        health.head(block(1, NOW), NOW);
        assertThat(find(HealthKind.HEAD_STALE, limit))
                .extracting(Finding::about)
                .containsExactly(new Subject.Protocol());
        health.head(block(2, NOW), NOW);
        assertThat(find(HealthKind.HEAD_STALE, limit)).isEmpty();
    }

    @Test
    void aNodeThatLiesAboutTimeIsToldOfInBothDirections() {
        var limit = Duration.ofMinutes(5);
        health.head(block(1, NOW.plusSeconds(301)), NOW);
        assertThat(find(HealthKind.CLOCK_APART, limit))
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail())
                        .isEqualTo("The newest block's time is 301 seconds after this machine's"));
        health.head(block(2, NOW.minusSeconds(301)), NOW);
        assertThat(find(HealthKind.CLOCK_APART, limit))
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail()).contains("301 seconds before"));
        health.head(block(3, NOW.minusSeconds(300)), NOW);
        assertThat(find(HealthKind.CLOCK_APART, limit)).isEmpty();
    }

    @Test
    void aNetworkOfOnesOwnHasATimeOfItsOwn() {
        var own = new HealthReader(() -> nanoseconds, true);
        own.head(block(1, NOW.plusSeconds(9_999)), NOW);
        nanoseconds += 9_999 * SECOND;
        assertThat(own.find(rule(HealthKind.CLOCK_APART, Duration.ofMinutes(5))))
                .isEmpty();
        assertThat(own.find(rule(HealthKind.HEAD_STALE, Duration.ofMinutes(5)))).isEmpty();
    }

    @Test
    void aClockThatJumpsIsToldForAWhile() {
        var limit = Duration.ofMinutes(1);
        health.tick(NOW);
        nanoseconds += SECOND;
        health.tick(NOW.plusSeconds(1));
        assertThat(find(HealthKind.CLOCK_JUMPED, limit)).isEmpty();
        nanoseconds += SECOND;
        health.tick(NOW.minusSeconds(3_600));
        assertThat(find(HealthKind.CLOCK_JUMPED, limit))
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail()).isEqualTo("It was set back by 3602 seconds"));
        nanoseconds += 601 * SECOND;
        assertThat(find(HealthKind.CLOCK_JUMPED, limit)).isEmpty();
    }

    @Test
    void aChainThatIsNotReadIsToldUntilItIsReadAgain() {
        health.unread(Problem.of("No node answers.", "Look after it."));
        assertThat(find(HealthKind.READING_FAILING, Duration.ZERO))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.about()).isEqualTo(new Subject.Machine());
                    assertThat(finding.detail()).contains("No node answers.");
                });
        health.head(block(1, NOW), NOW);
        assertThat(find(HealthKind.READING_FAILING, Duration.ZERO)).isEmpty();
    }

    @Test
    void alertsThatCannotBeWrittenAreToldOf() {
        health.keeping(Optional.of(Problem.of("There is no room left.", "Free some space.")));
        assertThat(find(HealthKind.STORE_FAILING, Duration.ZERO))
                .extracting(Finding::about)
                .containsExactly(new Subject.Store("the alerts"));
    }
}
