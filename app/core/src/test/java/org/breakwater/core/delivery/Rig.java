package org.breakwater.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.breakwater.core.alert.Alert;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.watch.AlertChange;
import org.breakwater.core.watch.AlertChange.Phase;
import org.breakwater.core.watch.AlertChanges;

/// A log, a file of deliveries, a target and two clocks, all in memory and all able to fail.
final class Rig {

    static final Channel ANY = new Channel.Slack(new SecretPlace.Environment("ANY"));

    final Log log = new Log();
    final Disk disk = new Disk();
    final Receiver receiver = new Receiver();
    Instant clock = Instant.parse("2026-03-10T12:00:00Z");
    long ticks;

    /// A program that begins.
    TargetDelivery begin(Target target) {
        var timing = new Timing(() -> clock, () -> ticks, new Random(7));
        return new TargetDelivery(target, receiver, log, disk, timing);
    }

    static Target target(Interest interest, Optional<QuietHours> quiet) {
        return new Target("team", ANY, interest, quiet);
    }

    static Target everything() {
        return target(Interest.ALL, Optional.empty());
    }

    /// Time that passes for both clocks.
    void passes(Duration time) {
        clock = clock.plus(time);
        ticks += time.toNanos();
    }

    /// Steps until there is nothing to do, waiting as it is told to.
    void settle(TargetDelivery delivery) {
        for (int i = 0; i < 10_000; i++) {
            var pace = delivery.step();
            if (pace.isIdle()) {
                return;
            }
            passes(pace.rest());
        }
        throw new AssertionError("it does not come to rest");
    }

    /// Changes that were written down.
    final class Log implements AlertChanges {

        private final List<AlertChange> changes = new ArrayList<>();
        private final Map<Long, Severity> severities = new HashMap<>();
        boolean isBroken;
        boolean hasFault;

        AlertChange add(long alert, Phase phase, Severity severity) {
            return add(alert, phase, severity, false);
        }

        /// What stood already when watching began.
        AlertChange stood(long alert, Severity severity) {
            return add(alert, Phase.RAISED, severity, true);
        }

        private synchronized AlertChange add(long alert, Phase phase, Severity severity, boolean hasStood) {
            severities.put(alert, severity);
            var said = new Alert(severity, new Alert.Subject.Pool(1), "Something about " + alert, "");
            var change = new AlertChange(
                    changes.size() + 1L,
                    alert,
                    "rule-" + alert % 3,
                    phase,
                    said,
                    List.of(),
                    Optional.empty(),
                    clock,
                    hasStood);
            changes.add(change);
            return change;
        }

        AlertChange raised(long alert, Severity severity) {
            return add(alert, Phase.RAISED, severity);
        }

        AlertChange cleared(long alert) {
            return add(alert, Phase.CLEARED, severities.getOrDefault(alert, Severity.NOTE));
        }

        List<AlertChange> all() {
            return List.copyOf(changes);
        }

        void beginAnew() {
            changes.clear();
        }

        @Override
        public synchronized List<AlertChange> after(long sequence, int most) throws ProblemException {
            if (hasFault) {
                throw new IllegalStateException("inside");
            }
            if (isBroken) {
                throw new ProblemException(Problem.of("The log cannot be read.", ""));
            }
            return changes.stream().skip(sequence).limit(most).toList();
        }
    }

    /// What outlives a program.
    static final class Disk implements Deliveries {

        private final Map<String, Progress> progress = new HashMap<>();
        private final List<Refusal> refusals = new ArrayList<>();
        boolean isFull;

        @Override
        public Optional<Progress> of(String target) {
            return Optional.ofNullable(progress.get(target));
        }

        @Override
        public void keep(String target, Progress now) throws ProblemException {
            if (isFull) {
                throw new ProblemException(Problem.of("There is no room.", ""));
            }
            progress.put(target, now);
        }

        @Override
        public void refused(String target, List<Refusal> more) throws ProblemException {
            if (isFull) {
                throw new ProblemException(Problem.of("There is no room.", ""));
            }
            refusals.addAll(more);
        }

        @Override
        public List<Refusal> refusals(String target, int most) {
            return refusals.reversed().stream().limit(most).toList();
        }
    }

    /// A target that answers as it is told to, and otherwise takes everything.
    static final class Receiver implements Carrier {

        final List<Message> attempts = new ArrayList<>();
        final List<Message> taken = new ArrayList<>();
        final Deque<Outcome> answers = new ArrayDeque<>();
        Optional<Outcome> always = Optional.empty();
        int capacity = 10;

        @Override
        public String where() {
            return "here";
        }

        @Override
        public int capacity() {
            return capacity;
        }

        @Override
        public Outcome carry(Message message) {
            attempts.add(message);
            var answer = always.orElseGet(() -> answers.isEmpty() ? new Outcome.Taken() : answers.remove());
            if (answer instanceof Outcome.Taken) {
                taken.add(message);
            }
            return answer;
        }

        /// Numbers of the changes that arrived, as often as they did.
        List<Long> sequences() {
            return changes().stream().map(AlertChange::sequence).toList();
        }

        List<AlertChange> changes() {
            return taken.stream().flatMap(message -> changes(message).stream()).toList();
        }

        private static List<AlertChange> changes(Message message) {
            return switch (message) {
                case Message.Single(var change) -> List.of(change);
                case Message.Summary(var _, var changes) -> changes;
                case Message.Test _ -> List.of();
            };
        }

        @Override
        public void close() {
            answers.clear();
        }
    }

    static Interest severities(Severity... severities) {
        return new Interest(Set.of(severities), Set.of());
    }
}
