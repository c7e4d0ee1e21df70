package org.breakwater.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breakwater.core.delivery.Rig.everything;
import static org.breakwater.core.delivery.Rig.severities;
import static org.breakwater.core.delivery.Rig.target;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.delivery.Message.Why;
import org.breakwater.core.watch.AlertChange.Phase;
import org.junit.jupiter.api.Test;

class TargetDeliveryTest {

    private static final QuietHours NIGHT =
            new QuietHours("night", ZoneOffset.UTC, LocalTime.of(22, 0), LocalTime.of(7, 0));

    private final Rig rig = new Rig();

    @Test
    void changesArriveOneByOneInTheirOrder() {
        var delivery = rig.begin(everything());
        rig.settle(delivery);
        rig.log.raised(1, Severity.WARNING);
        rig.log.raised(2, Severity.NOTE);
        rig.log.cleared(1);

        rig.settle(delivery);

        assertThat(rig.receiver.taken).allMatch(Message.Single.class::isInstance);
        assertThat(rig.receiver.sequences()).containsExactly(1L, 2L, 3L);
        assertThat(delivery.state().sentence()).isEqualTo("team has everything up to change 3.");
        assertThat(delivery.state().isWell()).isTrue();
    }

    @Test
    void aProgramThatStartsAgainGoesOnWhereItWas() {
        var first = rig.begin(everything());
        rig.settle(first);
        rig.log.raised(1, Severity.HOLD);
        rig.settle(first);
        rig.log.raised(2, Severity.HOLD);

        rig.settle(rig.begin(everything()));

        assertThat(rig.receiver.sequences()).containsExactly(1L, 2L);
    }

    @Test
    void aTargetHearsOfTheSeveritiesAndRulesItTakes() {
        var delivery = rig.begin(target(new Interest(Set.of(Severity.HOLD), Set.of("rule-1")), Optional.empty()));
        rig.settle(delivery);
        rig.log.raised(1, Severity.HOLD);
        rig.log.raised(2, Severity.HOLD);
        rig.log.raised(4, Severity.WARNING);

        rig.settle(delivery);

        assertThat(rig.receiver.sequences()).containsExactly(1L);
        assertThat(delivery.state().through()).isEqualTo(3);
    }

    @Test
    void anAlertItWasToldOfIsFollowedToItsEndWhateverItsSeverityBecomes() {
        var delivery = rig.begin(target(severities(Severity.HOLD), Optional.empty()));
        rig.settle(delivery);
        rig.log.raised(1, Severity.HOLD);
        rig.log.add(1, Phase.CHANGED, Severity.NOTE);
        rig.log.cleared(1);
        rig.log.raised(1, Severity.NOTE);

        rig.settle(delivery);

        assertThat(rig.receiver.sequences()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whatStoodWhenWatchingBeganComesAsOneAndWhatIsNewByItself() {
        var delivery = rig.begin(everything());
        rig.settle(delivery);
        for (long alert = 1; alert <= 8; alert++) {
            rig.log.stood(alert, Severity.WARNING);
        }
        rig.log.raised(9, Severity.HOLD);

        rig.settle(delivery);

        assertThat(rig.receiver.taken).hasSize(2);
        assertThat(rig.receiver.taken.getFirst())
                .isEqualTo(new Message.Summary(Why.BEGINNING, rig.log.all().subList(0, 8)));
        assertThat(rig.receiver.taken.getLast())
                .isEqualTo(new Message.Single(rig.log.all().getLast()));
    }

    @Test
    void whatStoodIsToldThoughNothingNewComes() {
        var delivery = rig.begin(everything());
        rig.settle(delivery);
        rig.log.stood(1, Severity.WARNING);
        rig.log.stood(2, Severity.NOTE);

        rig.settle(delivery);

        assertThat(rig.receiver.taken).containsExactly(new Message.Summary(Why.BEGINNING, rig.log.all()));
        assertThat(delivery.state().delivered()).isPresent();
    }

    @Test
    void aNewTargetIsToldOnceOfWhatStands() {
        rig.log.raised(1, Severity.HOLD);
        rig.log.raised(2, Severity.WARNING);
        rig.log.cleared(1);
        rig.log.add(2, Phase.CHANGED, Severity.HOLD);
        rig.log.raised(3, Severity.NOTE);
        var delivery = rig.begin(target(severities(Severity.HOLD, Severity.WARNING), Optional.of(NIGHT)));
        rig.clock = Instant.parse("2026-03-10T23:00:00Z");

        rig.settle(delivery);

        assertThat(rig.receiver.taken)
                .containsExactly(
                        new Message.Summary(Why.BEGINNING, List.of(rig.log.all().get(3))));
        rig.log.cleared(2);
        rig.settle(delivery);
        assertThat(rig.receiver.sequences()).containsExactly(4L, 6L);
    }

    @Test
    void anotherLogUnderTheSameNameIsNotTakenForTheOldOne() {
        var delivery = rig.begin(everything());
        rig.settle(delivery);
        rig.log.raised(1, Severity.HOLD);
        rig.log.raised(2, Severity.HOLD);
        rig.settle(delivery);
        rig.log.beginAnew();
        rig.passes(Duration.ofMinutes(1));
        rig.log.raised(1, Severity.HOLD);

        rig.settle(rig.begin(everything()));

        assertThat(rig.receiver.sequences()).containsExactly(1L, 2L, 1L);
    }

    @Test
    void waitsGrowTwofoldUpToABoundAndTheWaitIsSeen() {
        var delivery = rig.begin(everything());
        rig.settle(delivery);
        rig.log.raised(1, Severity.HOLD);
        rig.receiver.always = Optional.of(new Outcome.Later("It answers with 500."));
        var waits = new ArrayList<Duration>();
        for (int i = 0; i < 14; i++) {
            var pace = delivery.step();
            waits.add(pace.rest());
            rig.passes(pace.rest());
        }

        for (int i = 0; i < waits.size(); i++) {
            var whole = Duration.ofSeconds(Math.min(300, 1L << i));
            assertThat(waits.get(i)).isBetween(whole.dividedBy(2), whole);
        }
        assertThat(rig.receiver.attempts).hasSize(14);
        assertThat(delivery.state().sentence())
                .isEqualTo("team waits since 2026-03-10T12:00:00Z, 14 attempts: It answers with 500.");
        assertThat(delivery.state().isWell()).isFalse();

        rig.receiver.always = Optional.empty();
        rig.settle(delivery);
        assertThat(rig.receiver.sequences()).containsExactly(1L);
        assertThat(delivery.state().isWell()).isTrue();
    }

    @Test
    void whatATargetAsksForIsKeptToWithinAnHour() {
        var delivery = rig.begin(everything());
        rig.settle(delivery);
        rig.log.raised(1, Severity.HOLD);
        for (var asked : List.of(Duration.ofSeconds(90), Duration.ofDays(300), Duration.ZERO)) {
            rig.receiver.answers.add(new Outcome.Later("Too many.", Optional.of(asked)));
        }

        assertThat(delivery.step().rest()).isEqualTo(Duration.ofSeconds(90));
        rig.passes(Duration.ofSeconds(89));
        assertThat(delivery.step().rest()).isEqualTo(Duration.ofSeconds(1));
        assertThat(rig.receiver.attempts).hasSize(1);
        rig.passes(Duration.ofSeconds(1));
        assertThat(delivery.step().rest()).isEqualTo(Duration.ofHours(1));
        rig.passes(Duration.ofHours(1));
        assertThat(delivery.step().rest()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void aMessageThatIsRefusedForGoodIsSkippedAfterFiveAttemptsAndTheRefusalKept() {
        var delivery = rig.begin(everything());
        rig.settle(delivery);
        rig.log.raised(1, Severity.HOLD);
        rig.log.raised(2, Severity.HOLD);
        for (int i = 0; i < TargetDelivery.MOST_REFUSED; i++) {
            rig.receiver.answers.add(new Outcome.Refused("It answers with 400."));
        }

        rig.settle(delivery);

        assertThat(rig.receiver.attempts).hasSize(6);
        assertThat(rig.receiver.sequences()).containsExactly(2L);
        assertThat(rig.disk.refusals("team", 10))
                .singleElement()
                .matches(kept -> kept.sequence() == 1 && kept.said().equals("It answers with 400."));
        assertThat(delivery.state().sentence())
                .isEqualTo("team has everything up to change 2. It refused 1 change: It answers with 400.");
    }

    @Test
    void aRefusalThatCannotBeKeptSkipsNothing() {
        var delivery = rig.begin(everything());
        rig.settle(delivery);
        rig.log.raised(1, Severity.HOLD);
        rig.receiver.always = Optional.of(new Outcome.Refused("It answers with 400."));
        rig.disk.isFull = true;
        for (int i = 0; i < 12; i++) {
            rig.passes(delivery.step().rest());
        }

        assertThat(delivery.state().skipped()).isZero();
        assertThat(delivery.state().trouble()).contains("There is no room.");
        rig.receiver.always = Optional.empty();
        rig.disk.isFull = false;
        rig.settle(delivery);
        assertThat(rig.receiver.sequences()).containsExactly(1L);
        assertThat(delivery.state().trouble()).isEmpty();
    }

    @Test
    void aFullDiskNeitherStopsDeliveringNorRepeatsIt() {
        var delivery = rig.begin(everything());
        rig.settle(delivery);
        rig.disk.isFull = true;
        rig.log.raised(1, Severity.HOLD);
        rig.settle(delivery);
        rig.settle(delivery);

        assertThat(rig.receiver.sequences()).containsExactly(1L);
        assertThat(delivery.state().isWell()).isFalse();

        rig.disk.isFull = false;
        rig.settle(delivery);
        rig.settle(rig.begin(everything()));
        assertThat(rig.receiver.sequences()).containsExactly(1L);
    }

    @Test
    void aLogThatCannotBeReadIsSaidAndReadLater() {
        var delivery = rig.begin(everything());
        rig.settle(delivery);
        rig.log.raised(1, Severity.HOLD);
        rig.log.isBroken = true;
        rig.passes(delivery.step().rest());
        assertThat(delivery.state().trouble()).isEqualTo("The log cannot be read.");

        rig.log.isBroken = false;
        rig.settle(delivery);
        assertThat(rig.receiver.sequences()).containsExactly(1L);
        assertThat(delivery.state().isWell()).isTrue();
    }

    @Test
    void aFaultOfTheLogIsSaidWithoutItsWordsAndDoesNotEndDelivering() {
        var delivery = rig.begin(everything());
        rig.settle(delivery);
        rig.log.raised(1, Severity.HOLD);
        rig.log.hasFault = true;
        rig.passes(delivery.step().rest());
        assertThat(delivery.state().trouble()).contains("IllegalStateException").doesNotContain("inside");

        rig.log.hasFault = false;
        rig.settle(delivery);
        assertThat(rig.receiver.sequences()).containsExactly(1L);
    }

    @Test
    void whatIsHeldAtNightComesInTheMorningAsOneSummaryAndTheWorstAtOnce() {
        var delivery = rig.begin(target(Interest.ALL, Optional.of(NIGHT)));
        rig.settle(delivery);
        rig.clock = Instant.parse("2026-03-10T23:00:00Z");
        rig.log.raised(1, Severity.WARNING);
        rig.log.raised(2, Severity.HOLD);
        rig.log.raised(3, Severity.NOTE);
        rig.log.cleared(1);
        rig.settle(delivery);
        assertThat(rig.receiver.sequences()).containsExactly(2L);
        assertThat(delivery.state().sentence())
                .isEqualTo("team has everything up to change 4, 3 held until 2026-03-11T07:00:00Z.");

        rig.passes(Duration.ofHours(8));
        rig.settle(rig.begin(target(Interest.ALL, Optional.of(NIGHT))));

        assertThat(rig.receiver.taken).hasSize(2);
        assertThat(rig.receiver.taken.getLast())
                .isEqualTo(new Message.Summary(
                        Why.QUIET_HOURS,
                        List.of(
                                rig.log.all().get(0),
                                rig.log.all().get(2),
                                rig.log.all().get(3))));
    }

    @Test
    void anAlertThatBecomesTheWorstAtNightBringsItsOwnPastWithIt() {
        var delivery = rig.begin(target(Interest.ALL, Optional.of(NIGHT)));
        rig.settle(delivery);
        rig.clock = Instant.parse("2026-03-10T23:00:00Z");
        rig.log.raised(1, Severity.WARNING);
        rig.log.raised(2, Severity.WARNING);
        rig.log.add(1, Phase.ACKNOWLEDGED, Severity.WARNING);
        rig.log.add(1, Phase.CHANGED, Severity.HOLD);

        rig.settle(delivery);

        assertThat(rig.receiver.sequences()).containsExactly(1L, 3L, 4L);
        assertThat(delivery.state().held()).isEqualTo(1);
    }

    @Test
    void moreThanFitsComesInPartsAndAFullNightEndsEarly() {
        var delivery = rig.begin(target(Interest.ALL, Optional.of(NIGHT)));
        rig.settle(delivery);
        rig.clock = Instant.parse("2026-03-10T23:00:00Z");
        for (int alert = 1; alert <= TargetDelivery.MOST_HELD + 5; alert++) {
            rig.log.raised(alert, Severity.NOTE);
        }
        rig.settle(delivery);
        assertThat(rig.receiver.taken).hasSize(1);
        assertThat(delivery.state().held()).isLessThan(TargetDelivery.MOST_HELD);

        rig.passes(Duration.ofHours(8));
        rig.settle(delivery);
        assertThat(rig.receiver.changes()).isEqualTo(rig.log.all());
        assertThat(rig.receiver.taken).hasSize(101);
    }

    @Test
    void aClockThatStandsStillAtNightDoesNotSilenceATarget() {
        var delivery = rig.begin(target(Interest.ALL, Optional.of(NIGHT)));
        rig.settle(delivery);
        var night = Instant.parse("2026-03-10T23:00:00Z");
        rig.clock = night;
        rig.log.raised(1, Severity.NOTE);
        rig.settle(delivery);
        for (int hour = 0; hour < 11; hour++) {
            rig.passes(Duration.ofHours(1));
            rig.clock = night;
            rig.settle(delivery);
        }

        assertThat(rig.receiver.sequences()).containsExactly(1L);
    }

    @Test
    void aClockThatIsSetDoesNotHurryOrStopAWait() {
        var delivery = rig.begin(everything());
        rig.settle(delivery);
        rig.log.raised(1, Severity.HOLD);
        rig.receiver.always = Optional.of(new Outcome.Later("It is busy.", Optional.of(Duration.ofMinutes(1))));
        rig.passes(delivery.step().rest());
        var attempts = rig.receiver.attempts.size();
        for (int jump = 0; jump < 100; jump++) {
            delivery.step();
            rig.clock = rig.clock.plus(Duration.ofDays(jump % 2 == 0 ? 4_000 : -5_000));
        }
        assertThat(rig.receiver.attempts).hasSize(attempts + 1);

        rig.receiver.always = Optional.empty();
        rig.ticks += Duration.ofMinutes(1).toNanos();
        rig.settle(delivery);
        assertThat(rig.receiver.sequences()).containsExactly(1L);
    }

    @Test
    void aFaultOfTheWayToATargetIsAFailedAttemptAndNoEnd() {
        var broken = new Carrier() {
            @Override
            public String where() {
                return "here";
            }

            @Override
            public int capacity() {
                return 1;
            }

            @Override
            public Outcome carry(Message message) {
                throw new IllegalStateException("with a secret in it");
            }

            @Override
            public void close() {}
        };
        var timing = new Timing(() -> rig.clock, () -> rig.ticks, new Random(1));
        var delivery = new TargetDelivery(everything(), broken, rig.log, rig.disk, timing);
        delivery.step();
        rig.log.raised(1, Severity.HOLD);
        delivery.step();

        assertThat(delivery.state().sentence())
                .contains("1 attempt: ", "IllegalStateException")
                .doesNotContain("secret");
    }
}
