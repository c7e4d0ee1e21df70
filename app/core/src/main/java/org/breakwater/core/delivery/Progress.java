package org.breakwater.core.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breakwater.core.watch.AlertChange;
import org.breakwater.core.watch.AlertChange.Phase;

/// How far a target is.
///
/// @param begun number of the change after which it began
/// @param through number of the change up to which everything is with the target, held, skipped or not for it
/// @param mark by which that change is known again, so that another log is not taken for this one; empty at the start
/// @param held what it will be told later, oldest first
/// @param told alerts it knows of that are not cleared; it hears of these to their end
/// @param failure of the message that waits; empty where none does
/// @param skipped how many changes it refused for good
/// @param refusal the newest of these refusals, a sentence; empty for none
/// @param delivered when it took a message last, by this machine's clock; empty where it never did
public record Progress(
        long begun,
        long through,
        String mark,
        List<Held> held,
        Set<Long> told,
        Optional<Failure> failure,
        long skipped,
        String refusal,
        Optional<Instant> delivered) {

    /// Nothing yet.
    public static final Progress NONE =
            new Progress(0, 0, "", List.of(), Set.of(), Optional.empty(), 0, "", Optional.empty());

    public Progress {
        held = List.copyOf(held);
        told = Set.copyOf(told);
    }

    /// A change that is held.
    public record Held(long sequence, long alert) {

        static Held of(AlertChange change) {
            return new Held(change.sequence(), change.alert());
        }
    }

    /// What keeps a message from arriving.
    ///
    /// @param since of its first attempt, by this machine's clock
    /// @param attempts at least 1
    /// @param said the last of them, a sentence
    public record Failure(Instant since, int attempts, String said) {}

    /// By which a change is known again.
    static String mark(AlertChange change) {
        return change.alert() + "/" + change.phase() + "/" + change.at().toEpochMilli() + "/" + change.rule();
    }

    boolean wants(AlertChange change, Interest interest) {
        return interest.takes(change) || told.contains(change.alert());
    }

    /// A change is not for the target.
    Progress past(AlertChange change) {
        return new Progress(begun, change.sequence(), mark(change), held, told, failure, skipped, refusal, delivered);
    }

    /// A change is with the target.
    Progress given(AlertChange change) {
        return past(change).knowing(change).arrived();
    }

    /// A change waits for the end of quiet hours.
    Progress holding(AlertChange change) {
        var more = new ArrayList<>(held);
        more.add(Held.of(change));
        return past(change).knowing(change).with(more);
    }

    /// A change tells of what stood before anybody watched: it comes with others of its kind.
    Progress standingBefore(AlertChange change) {
        var next = holding(change);
        return new Progress(
                change.sequence(), next.through, next.mark, next.held, next.told, failure, skipped, refusal, delivered);
    }

    /// Held changes are with the target.
    Progress released(List<AlertChange> changes) {
        var gone = changes.stream().map(AlertChange::sequence).toList();
        return with(held.stream().filter(one -> !gone.contains(one.sequence())).toList())
                .arrived();
    }

    /// Held changes are given up.
    Progress without(List<Held> gone) {
        return with(held.stream().filter(one -> !gone.contains(one)).toList());
    }

    Progress skipping(int changes, String why) {
        return new Progress(begun, through, mark, held, told, Optional.empty(), skipped + changes, why, delivered);
    }

    Progress failed(Failure newest) {
        return new Progress(begun, through, mark, held, told, Optional.of(newest), skipped, refusal, delivered);
    }

    /// It took a message.
    Progress taken(Instant at) {
        return new Progress(begun, through, mark, held, told, failure, skipped, refusal, Optional.of(at));
    }

    /// Nothing waits.
    Progress arrived() {
        return new Progress(begun, through, mark, held, told, Optional.empty(), skipped, refusal, delivered);
    }

    private Progress with(List<Held> other) {
        return new Progress(begun, through, mark, other, told, failure, skipped, refusal, delivered);
    }

    private Progress knowing(AlertChange change) {
        var known = new HashSet<>(told);
        if (change.phase() == Phase.CLEARED) {
            known.remove(change.alert());
        } else {
            known.add(change.alert());
        }
        return new Progress(begun, through, mark, held, known, failure, skipped, refusal, delivered);
    }
}
