package org.breakwater.core.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.delivery.Deliveries.Refusal;
import org.breakwater.core.delivery.Message.Why;
import org.breakwater.core.delivery.Progress.Failure;
import org.breakwater.core.delivery.Progress.Held;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.watch.AlertChange;
import org.breakwater.core.watch.AlertChange.Phase;
import org.breakwater.core.watch.AlertChanges;
import org.jspecify.annotations.Nullable;

/// Brings the changes of alerts to one target, message after message. One thread steps; any may ask for the state.
///
/// A message is sent again until the target has it, and only then is it written down that it has it: after a crash in
/// between it comes twice. Waits are measured by the ticker, so that a clock that jumps neither hurries nor stops them.
public final class TargetDelivery {

    /// How often a target may refuse one message for good before it is skipped.
    static final int MOST_REFUSED = 5;

    /// With so many held changes quiet hours end early.
    static final int MOST_HELD = 1_000;

    /// How long to wait where there is nothing to do.
    static final Duration IDLE = Duration.ofSeconds(2);

    private static final int PAGE = 200;

    private final Target target;
    private final Carrier carrier;
    private final AlertChanges log;
    private final Deliveries deliveries;
    private final Timing timing;

    private @Nullable Progress progress;
    private boolean isUnwritten;
    private long refusedChange;
    private int refusedInARow;
    private int troubles;
    private long due;
    private boolean isDue = true;
    private @Nullable Long quietBegan;
    private String trouble = "";
    private volatile TargetState state;

    public TargetDelivery(Target target, Carrier carrier, AlertChanges log, Deliveries deliveries, Timing timing) {
        this.target = target;
        this.carrier = carrier;
        this.log = log;
        this.deliveries = deliveries;
        this.timing = timing;
        this.state = state(Progress.NONE);
    }

    /// A message, and what is so once the target has it.
    private record Sending(Message message, List<AlertChange> changes, UnaryOperator<Progress> arrived) {}

    /// What a step led to.
    ///
    /// @param rest how long nothing is to be done
    /// @param isIdle whether news end that rest
    public record Pace(Duration rest, boolean isIdle) {}

    public TargetState state() {
        return state;
    }

    /// Sends at most one message.
    public Pace step() {
        var left = left();
        if (!left.isZero()) {
            return new Pace(left, false);
        }
        Pace pace;
        try {
            begin();
            trouble = "";
            write();
            var sending = next();
            pace = sending.isPresent() ? send(sending.get()) : idle();
            troubles = 0;
        } catch (ProblemException unusable) {
            pace = troubled(unusable.problem().toString());
        } catch (RuntimeException fault) {
            pace = troubled(ownFault(fault));
        }
        state = state(progress == null ? Progress.NONE : progress);
        return pace;
    }

    /// Nothing can be done now, and is tried again.
    private Pace troubled(String why) {
        trouble = said(why);
        troubles++;
        return waiting(Backoff.after(troubles, Optional.empty(), timing.random()));
    }

    /// Without its words, which may hold anything.
    private static String ownFault(RuntimeException fault) {
        return "This program met a fault of its own: " + fault.getClass().getSimpleName() + ".";
    }

    private Duration left() {
        var nanos = isDue ? 0 : due - timing.ticker().nanos();
        isDue = nanos <= 0;
        return isDue ? Duration.ZERO : Duration.ofNanos(nanos);
    }

    private Pace waiting(Duration time) {
        due = timing.ticker().nanos() + time.toNanos();
        isDue = false;
        return new Pace(time, false);
    }

    /// What may have waited waits no more: it is held now.
    private Pace idle() {
        if (current().failure().isPresent()) {
            move(current().arrived());
        }
        return new Pace(IDLE, true);
    }

    /// Finds out at the first step how far the target is.
    private void begin() throws ProblemException {
        if (progress == null) {
            var kept = deliveries.of(target.name());
            var goesOn = kept.isPresent() && isOfThisLog(kept.get());
            progress = goesOn ? kept.get() : beginning(kept);
            isUnwritten = !goesOn;
        }
    }

    private boolean isOfThisLog(Progress kept) throws ProblemException {
        if (kept.through() == 0) {
            return true;
        }
        var last = log.after(kept.through() - 1, 1);
        return !last.isEmpty()
                && (last.getFirst().sequence() > kept.through()
                        || Progress.mark(last.getFirst()).equals(kept.mark()));
    }

    /// A target that is new, or whose log is, is told of what stands, and from there on of every change.
    private Progress beginning(Optional<Progress> before) throws ProblemException {
        Map<Long, AlertChange> standing = new LinkedHashMap<>();
        var all = Progress.NONE;
        for (var page = log.after(0, PAGE); !page.isEmpty(); page = log.after(all.through(), PAGE)) {
            for (var change : page) {
                standing.remove(change.alert());
                if (change.phase() != Phase.CLEARED) {
                    standing.put(change.alert(), change);
                }
                all = all.past(change);
            }
        }
        var stands = standing.values().stream().filter(target.interest()::takes).toList();
        return new Progress(
                all.through(),
                all.through(),
                all.mark(),
                stands.stream().map(Held::of).toList(),
                stands.stream().map(AlertChange::alert).collect(Collectors.toSet()),
                Optional.empty(),
                before.map(Progress::skipped).orElse(0L),
                before.map(Progress::refusal).orElse(""),
                before.flatMap(Progress::delivered));
    }

    private Progress current() {
        if (progress == null) {
            throw new IllegalStateException("the first step finds it out");
        }
        return progress;
    }

    /// Moves on. Where that cannot be written down it is tried again with the next step, and what was sent is not sent
    /// again because of it.
    private void move(Progress moved) {
        progress = moved;
        isUnwritten = true;
        write();
    }

    private void write() {
        if (isUnwritten) {
            try {
                deliveries.keep(target.name(), current());
                isUnwritten = false;
            } catch (ProblemException unusable) {
                trouble = said(unusable.problem().toString());
            }
        }
    }

    private Optional<Sending> next() throws ProblemException {
        var isQuiet = isQuiet();
        var before = current();
        if (isHeldNoLonger(isQuiet)) {
            return summary();
        }
        for (var page = log.after(current().through(), PAGE);
                !page.isEmpty();
                page = log.after(current().through(), PAGE)) {
            for (var change : page) {
                if (!change.isOfTheBeginning() && isBeginning()) {
                    movedOn(before);
                    return summary();
                }
                if (!current().wants(change, target.interest())) {
                    progress = current().past(change);
                } else if (change.isOfTheBeginning()) {
                    progress = current().standingBefore(change);
                    continue;
                } else if (isQuiet && change.said().severity() != Severity.HOLD) {
                    progress = current().holding(change);
                } else {
                    movedOn(before);
                    return Optional.of(single(change));
                }
                if (isHeldNoLonger(isQuiet)) {
                    movedOn(before);
                    return summary();
                }
            }
        }
        movedOn(before);
        return isHeldNoLonger(isQuiet) ? summary() : Optional.empty();
    }

    /// Whether something is held that stood before anybody watched.
    private boolean isBeginning() {
        var held = current().held();
        return !held.isEmpty() && held.getLast().sequence() <= current().begun();
    }

    /// Quiet hours do not hold the first summary: a target begins when somebody sets it up.
    private boolean isHeldNoLonger(boolean isQuiet) {
        var held = current().held();
        return !held.isEmpty()
                && (!isQuiet
                        || held.size() >= MOST_HELD
                        || held.getFirst().sequence() <= current().begun());
    }

    private void movedOn(Progress before) {
        isUnwritten |= !current().equals(before);
        write();
    }

    /// A change, or before it the oldest of its alert that is held.
    private Sending single(AlertChange change) throws ProblemException {
        var held = current().held().stream()
                .filter(one -> one.alert() == change.alert())
                .limit(1)
                .toList();
        for (var earlier : read(held)) {
            return new Sending(new Message.Single(earlier), List.of(earlier), now -> now.released(List.of(earlier)));
        }
        return new Sending(new Message.Single(change), List.of(change), now -> now.given(change));
    }

    /// As many held changes as the target takes at once; those from before it began by themselves.
    private Optional<Sending> summary() throws ProblemException {
        var held = current().held();
        var why = held.getFirst().sequence() <= current().begun() ? Why.BEGINNING : Why.QUIET_HOURS;
        var chosen = held.stream()
                .filter(one ->
                        why == Why.QUIET_HOURS || one.sequence() <= current().begun())
                .limit(carrier.capacity())
                .toList();
        var changes = read(chosen);
        if (changes.isEmpty()) {
            move(current().without(chosen));
            return Optional.empty();
        }
        return Optional.of(new Sending(
                new Message.Summary(why, changes),
                changes,
                now -> now.released(changes).without(chosen)));
    }

    /// Held changes as the log has them; what it has no more is left out.
    private List<AlertChange> read(List<Held> held) throws ProblemException {
        var changes = new ArrayList<AlertChange>();
        for (var one : held) {
            log.after(one.sequence() - 1, 1).stream()
                    .filter(change -> change.sequence() == one.sequence())
                    .forEach(changes::add);
        }
        return changes;
    }

    private Pace send(Sending sending) {
        return switch (carried(sending.message())) {
            case Outcome.Taken _ -> {
                move(sending.arrived().apply(current()).taken(timing.clock().instant()));
                yield new Pace(Duration.ZERO, false);
            }
            case Outcome.Later(var why, var asked) -> {
                refusedInARow = 0;
                yield failed(why, asked);
            }
            case Outcome.Refused(var why) -> refused(sending, why);
            case Outcome.Ended _ -> new Pace(IDLE, false);
        };
    }

    private Outcome carried(Message message) {
        try {
            return carrier.carry(message);
        } catch (RuntimeException fault) {
            return new Outcome.Later(ownFault(fault));
        }
    }

    private Pace failed(String why, Optional<Duration> asked) {
        var before = current().failure();
        var failure = new Failure(
                before.map(Failure::since).orElseGet(timing.clock()::instant),
                before.map(Failure::attempts).orElse(0) + 1,
                said(why));
        move(current().failed(failure));
        return waiting(Backoff.after(failure.attempts(), asked, timing.random()));
    }

    private Pace refused(Sending sending, String why) {
        var change = sending.changes().getFirst().sequence();
        refusedInARow = change == refusedChange ? refusedInARow + 1 : 1;
        refusedChange = change;
        if (refusedInARow < MOST_REFUSED) {
            return failed(why, Optional.empty());
        }
        var now = timing.clock().instant();
        var refusals = sending.changes().stream()
                .map(each -> new Refusal(each.sequence(), now, said(why)))
                .toList();
        try {
            deliveries.refused(target.name(), refusals);
        } catch (ProblemException unusable) {
            // What is not kept is not skipped.
            return failed(why + " " + unusable.problem(), Optional.empty());
        }
        refusedInARow = 0;
        move(sending.arrived().apply(current()).skipping(refusals.size(), said(why)));
        return new Pace(Duration.ZERO, false);
    }

    /// Whether it is quiet by the clock, and not for longer than quiet hours last: a clock that is put back again and
    /// again, or stands still, does not silence a target.
    private boolean isQuiet() {
        var hours = target.quiet();
        if (hours.isEmpty() || !hours.get().contains(timing.clock().instant())) {
            quietBegan = null;
            return false;
        }
        var ticks = timing.ticker().nanos();
        if (quietBegan == null) {
            quietBegan = ticks;
        }
        return ticks - quietBegan < hours.get().longest().toNanos();
    }

    private static String said(String sentence) {
        return sentence.length() <= Deliveries.MOST_SAID
                ? sentence
                : sentence.substring(0, Deliveries.MOST_SAID - 1) + "…";
    }

    private TargetState state(Progress now) {
        var quietUntil =
                target.quiet().flatMap(hours -> hours.end(timing.clock().instant()));
        return new TargetState(
                target.name(),
                target.channel().kind(),
                now.through(),
                now.held().size(),
                quietUntil,
                now.failure(),
                now.skipped(),
                now.refusal(),
                now.delivered(),
                trouble);
    }
}
