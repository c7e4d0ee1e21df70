package org.breakwater.core.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.reminder.Reminder.Fact;
import org.breakwater.core.reminder.Reminder.Occasion;
import org.junit.jupiter.api.Test;

class RemindTest {

    private static final Instant NOW = Instant.parse("2026-11-21T14:02:00Z");
    private static final Instant END = NOW.plus(Duration.ofDays(3));
    private static final Fact VOTE = new Fact("case-3-vote-in-case", Optional.of(END));

    private final Kept kept = new Kept(new HashSet<>());
    private final Remind remind = new Remind(kept);

    private record Kept(Set<String> marks) implements Told {
        @Override
        public Set<String> keep(Collection<String> found) {
            var fresh = new HashSet<>(found);
            fresh.removeAll(marks);
            marks.addAll(found);
            return fresh;
        }
    }

    @Test
    void aThingIsToldWhenItIsNewAndWhenADayAndAnHourAreLeftAndNeverTwice() throws ProblemException {
        assertThat(occasions(NOW)).containsExactly(Occasion.NEW);
        assertThat(occasions(NOW.plusSeconds(1))).isEmpty();
        assertThat(occasions(END.minus(Duration.ofHours(24)))).isEmpty();
        assertThat(occasions(END.minus(Duration.ofHours(23)))).containsExactly(Occasion.DAY);
        assertThat(occasions(END.minus(Duration.ofHours(2)))).isEmpty();
        assertThat(occasions(END.minus(Duration.ofMinutes(59)))).containsExactly(Occasion.HOUR);
        assertThat(occasions(END.minusSeconds(1))).isEmpty();
        assertThat(occasions(END.plusSeconds(1)))
                .as("what is over presses nobody")
                .isEmpty();
    }

    @Test
    void aRestartTellsNothingAgain() throws ProblemException {
        remind.next(List.of(VOTE), NOW);

        assertThat(new Remind(new Kept(kept.marks())).next(List.of(VOTE), NOW)).isEmpty();
    }

    @Test
    void whatIsNewAndNearIsToldOnceAsThatWhichPressesMost() throws ProblemException {
        var late = END.minus(Duration.ofMinutes(5));

        assertThat(occasions(late)).containsExactly(Occasion.HOUR);
        assertThat(occasions(late.plusSeconds(60))).isEmpty();
    }

    @Test
    void aDeadlineThatMovedDrawsNearAnew() throws ProblemException {
        occasions(END.minus(Duration.ofMinutes(5)));
        var moved = new Fact(VOTE.name(), Optional.of(END.plus(Duration.ofDays(1))));

        assertThat(remind.next(List.of(moved), END.plusSeconds(60)))
                .singleElement()
                .satisfies(one -> assertThat(one.occasion()).isEqualTo(Occasion.DAY));
    }

    @Test
    void whatWaitedBeforeTheFirstTimeIsNotToldButItsDeadlineIs() throws ProblemException {
        remind.begin(List.of(VOTE), NOW);

        assertThat(occasions(NOW)).isEmpty();
        assertThat(occasions(END.minus(Duration.ofHours(2)))).containsExactly(Occasion.DAY);
    }

    @Test
    void theMostPressingComesFirst() throws ProblemException {
        var endless = new Fact("safe-1-sign", Optional.empty());
        var soon = new Fact("change-2-execute-change", Optional.of(NOW.plusSeconds(600)));
        var sooner = new Fact("case-4-vote-in-case", Optional.of(NOW.plusSeconds(300)));

        assertThat(remind.next(List.of(endless, VOTE, soon, sooner), NOW).stream()
                        .map(one -> one.fact().name()))
                .containsExactly(sooner.name(), soon.name(), endless.name(), VOTE.name());
    }

    private List<Occasion> occasions(Instant at) throws ProblemException {
        return remind.next(List.of(VOTE), at).stream().map(Reminder::occasion).toList();
    }
}
