package org.breakwater.core.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.activity.Area;
import org.breakwater.core.activity.Due;
import org.breakwater.core.activity.Due.Task;
import org.breakwater.core.inbox.Waiting.Need;
import org.breakwater.core.inbox.Waiting.Subject;
import org.junit.jupiter.api.Test;

class InboxTest {

    private static final long TIME = 1_790_000_000;
    private static final Instant NOW = Instant.ofEpochSecond(TIME);
    private static final long DAY = 86_400;

    @Test
    void everythingThatIsDueWaitsForSomebodyOrClosesByItself() {
        var due = Arrays.stream(Task.values())
                .map(task -> due(task, task.ordinal(), 0, Optional.of(TIME + 9 * DAY)))
                .toList();

        var waiting = Inbox.ofDue(due, Subject.OfDue::new, NOW);

        assertThat(waiting).hasSameSizeAs(due).allSatisfy(one -> {
            assertThat(one.need()).isNotIn(Need.LATER, Need.CONFLICT);
            assertThat(one.deadline()).contains(Instant.ofEpochSecond(TIME + 9 * DAY));
        });
        assertThat(tasks(waiting, Need.VOTE)).isEqualTo(EnumSet.of(Task.VOTE_IN_CASE, Task.VOTE_ON_PROPOSAL));
        assertThat(tasks(waiting, Need.SIGN)).isEqualTo(EnumSet.of(Task.REVIEW_CLAIM, Task.REVIEW_INCIDENT));
        assertThat(tasks(waiting, Need.WINDOW))
                .contains(
                        Task.CHALLENGE_INCIDENT,
                        Task.ADD_EVIDENCE,
                        Task.APPEAL_CLAIM,
                        Task.REDEEM_SERIES,
                        Task.PAUSE_ENDS);
        assertThat(tasks(waiting, Need.EXECUTE))
                .contains(
                        Task.QUEUE_PROPOSAL,
                        Task.EXECUTE_PROPOSAL,
                        Task.EXECUTE_CHANGE,
                        Task.PAY_CLAIM,
                        Task.EXPIRE_CLAIM,
                        Task.FILL_REDEMPTIONS);
    }

    @Test
    void whatComesAfterSomethingThatIsOpenIsNoSecondEntry() {
        var waiting = Inbox.ofDue(
                List.of(
                        due(Task.ADD_EVIDENCE, 4, 0, Optional.of(TIME + DAY)),
                        due(Task.VOTE_IN_CASE, 4, TIME + DAY, Optional.of(TIME + 5 * DAY)),
                        due(Task.CHALLENGE_INCIDENT, 4, 0, Optional.of(TIME + DAY)),
                        due(Task.SETTLE_INCIDENT, 4, TIME + DAY + 1, Optional.empty()),
                        due(Task.VOTE_IN_CASE, 5, TIME + DAY, Optional.of(TIME + 5 * DAY))),
                Subject.OfDue::new,
                NOW);

        assertThat(waiting.stream().map(Waiting::fact))
                .containsExactly("case-4-add-evidence", "incident-4-challenge-incident", "case-5-vote-in-case");
    }

    @Test
    void whatCannotBeDoneYetHasNoDeadlineButTheMomentFromWhichItCan() {
        var later = Inbox.ofDue(
                        List.of(due(Task.EXECUTE_CHANGE, 1, TIME + 60, Optional.of(TIME + 8 * DAY))),
                        Subject.OfDue::new,
                        NOW)
                .getFirst();

        assertThat(later.need()).isEqualTo(Need.LATER);
        assertThat(later.deadline()).isEmpty();
        assertThat(later.since()).contains(NOW.plusSeconds(60));
        assertThat(later.need().isUrgent()).isFalse();
    }

    @Test
    void whatEndsWithinADayComesFirstThenWhatSomebodyOwesThenTheNextToEnd() {
        var hour = due(Task.CHALLENGE_INCIDENT, 1, 0, Optional.of(TIME + 3_600));
        var minutes = due(Task.EXECUTE_CHANGE, 2, TIME - 1, Optional.of(TIME + 600));
        var vote = due(Task.VOTE_IN_CASE, 3, TIME - 1, Optional.of(TIME + 2 * DAY));
        var endless = due(Task.QUEUE_PROPOSAL, 4, TIME - 1, Optional.empty());
        var pay = due(Task.PAY_CLAIM, 5, TIME - 1, Optional.of(TIME + 50 * DAY));
        var window = due(Task.APPEAL_CLAIM, 6, 0, Optional.of(TIME + 3 * DAY));
        var farther = due(Task.FILL_REDEMPTIONS, 7, TIME + 20 * DAY, Optional.empty());
        var nearer = due(Task.EXECUTE_CHANGE, 8, TIME + DAY, Optional.of(TIME + 8 * DAY));

        var inbox = Inbox.sorted(
                Inbox.ofDue(
                        List.of(farther, window, endless, nearer, pay, vote, hour, minutes), Subject.OfDue::new, NOW),
                NOW);

        assertThat(inbox.waiting().stream().map(one -> ((Subject.OfDue) one.subject()).due()))
                .containsExactly(minutes, hour, vote, pay, endless, window, nearer, farther);
        assertThat(inbox.urgent())
                .as("windows and what comes later ask for nothing")
                .isEqualTo(4);
    }

    @Test
    void aThingIsCalledTheSameWhateverItsFigures() {
        var few = new Subject.OfDue(due(Task.CLOSE_POLICIES, 3, 0, Optional.empty()));
        var many = new Subject.OfDue(due(Task.CLOSE_POLICIES, 9, 0, Optional.empty()));

        assertThat(few.key()).isEqualTo(many.key());
        assertThat(fact(due(Task.PAY_CLAIM, 7, TIME - 5, Optional.of(TIME + 100))))
                .isEqualTo(fact(due(Task.PAY_CLAIM, 7, TIME - 5, Optional.of(TIME + 900))));
    }

    @Test
    void theLastSecondOfADayIsCloseAndTheNextIsNot() {
        var end = Optional.of(NOW.plus(Duration.ofDays(1)));
        var waiting = new Waiting(
                new Subject.OfDue(due(Task.PAY_CLAIM, 1, 0, Optional.empty())),
                Need.EXECUTE,
                Optional.of(Task.PAY_CLAIM),
                end,
                Optional.empty());

        assertThat(waiting.isClosing(NOW)).isFalse();
        assertThat(waiting.isClosing(NOW.plusSeconds(1))).isTrue();
    }

    private static String fact(Due due) {
        return Inbox.ofDue(List.of(due), Subject.OfDue::new, NOW).getFirst().fact();
    }

    private static EnumSet<Task> tasks(List<Waiting> waiting, Need need) {
        var tasks = EnumSet.noneOf(Task.class);
        waiting.stream()
                .filter(one -> one.need() == need)
                .forEach(one -> tasks.add(one.task().orElseThrow()));
        return tasks;
    }

    private static Due due(Task task, long number, long from, Optional<Long> until) {
        return new Due(task, Area.CLAIMS, BigInteger.valueOf(number), Optional.empty(), from, until);
    }
}
