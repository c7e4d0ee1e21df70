package org.breakwater.adapters.localnet.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// What happens when: a discrete-event clock. The earliest act runs and may put down more; acts of one instant run in
/// the
/// order in which they were put down. Nothing in it depends on the machine's own time.
final class Agenda {

    private final Instant start;
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::when).thenComparingLong(Entry::order));
    private long order;
    private Instant now;

    Agenda(Instant start) {
        this.start = start;
        this.now = start;
    }

    private record Entry(Instant when, long order, String name, Act act) {}

    /// The instant of the act that runs.
    Instant now() {
        return now;
    }

    Instant start() {
        return start;
    }

    /// Whole days since the start.
    long day() {
        return day(now);
    }

    private long day(Instant when) {
        return Duration.between(start, when).toDays();
    }

    /// An instant by day and hour since the start.
    Instant day(long day, double hour) {
        return start.plus(Duration.ofDays(day)).plusSeconds(Math.round(hour * 3_600));
    }

    /// Puts an act down. One for the past runs now.
    ///
    /// @param name for messages: what is being done
    void at(Instant when, String name, Act act) {
        entries.add(new Entry(when.isBefore(now) ? now : when, order++, name, act));
    }

    void after(Duration wait, String name, Act act) {
        at(now.plus(wait), name, act);
    }

    /// Repeats an act at a fixed distance for as long as `wanted` says so.
    void every(Instant first, Duration distance, BooleanSupplier wanted, String name, Act act) {
        at(first, name, () -> {
            if (wanted.getAsBoolean()) {
                act.play();
                every(now.plus(distance), distance, wanted, name, act);
            }
        });
    }

    /// Runs everything up to an instant, and stands there. Acts that come later stay undone.
    void runUntil(Instant end) throws ProblemException {
        for (var entry = entries.peek(); entry != null && !entry.when().isAfter(end); entry = entries.peek()) {
            entries.remove();
            now = entry.when();
            play(entry);
        }
        now = end;
    }

    private void play(Entry entry) throws ProblemException {
        try {
            entry.act().play();
        } catch (ProblemException failed) {
            throw new ProblemException(
                    Problem.of(
                            "“%s” on day %d (%s): %s"
                                    .formatted(
                                            entry.name(),
                                            day(entry.when()),
                                            entry.when(),
                                            failed.problem().happened()),
                            "The world's script does not fit these contracts."),
                    failed);
        }
    }
}
