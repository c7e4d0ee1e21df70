package org.breakwater.core.reminder;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.reminder.Reminder.Fact;

/// Finds what to tell of: each thing once when it is new, once when a day is left to its deadline and once when an hour
/// is. What is found is kept before anybody is told: after a crash one is told of it not at all rather than twice.
public record Remind(Told told) {

    /// What is to be told now, the most pressing first, each thing once.
    public List<Reminder> next(Collection<Fact> waiting, Instant now) throws ProblemException {
        var occasions = waiting.stream().map(fact -> Reminder.of(fact, now)).toList();
        var fresh = told.keep(
                occasions.stream().flatMap(List::stream).map(Reminder::mark).toList());
        return occasions.stream()
                .flatMap(each -> each.stream()
                        .filter(reminder -> fresh.contains(reminder.mark()))
                        .limit(1))
                .sorted(Comparator.comparing(Reminder::occasion)
                        .thenComparing(one -> one.deadline().orElse(Instant.MAX)))
                .toList();
    }

    /// Begins with what waits already: only what comes after it is told.
    public void begin(Collection<Fact> waiting, Instant now) throws ProblemException {
        next(waiting, now);
    }
}
