package org.breakwater.core.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.breakwater.core.activity.Due;
import org.breakwater.core.activity.DueList;
import org.breakwater.core.council.Council;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.follow.Known;
import org.breakwater.core.inbox.Waiting.Need;
import org.breakwater.core.inbox.Waiting.Subject;
import org.breakwater.core.safe.NonceOrder.Position;
import org.breakwater.core.safe.NonceOrder.Slot;
import org.breakwater.core.safe.QueuedTransaction;

/// Everything that waits for somebody: for the owners of Safes, for those who vote, for whoever executes; and what
/// closes by itself.
///
/// @param waiting what ends within a day first, then by need, then by deadline, those without one last; each thing once
public record Inbox(List<Waiting> waiting) {

    public Inbox {
        waiting = List.copyOf(waiting);
    }

    /// @param council empty while the Safes are not read
    public static Inbox of(Known known, Optional<Council> council) {
        var waiting = new ArrayList<Waiting>();
        council.ifPresent(read -> read.safes().forEach(safe -> addQueue(waiting, safe)));
        var now = Instant.ofEpochSecond(known.time());
        var due =
                DueList.of(known).stream().filter(one -> !one.task().isUpkeep()).toList();
        waiting.addAll(ofDue(due, new Subjects(known)::of, now));
        return sorted(waiting, now);
    }

    static Inbox sorted(List<Waiting> waiting, Instant now) {
        return new Inbox(waiting.stream().sorted(order(now)).toList());
    }

    private static Comparator<Waiting> order(Instant now) {
        return Comparator.comparing((Waiting one) -> !one.isClosing(now))
                .thenComparing(one -> one.isClosing(now) ? Need.SIGN : one.need())
                .thenComparing(one -> one.deadline().orElse(Instant.MAX))
                .thenComparing(one -> one.need() == Need.LATER ? one.since().orElse(Instant.MAX) : Instant.MAX)
                .thenComparing(Waiting::need);
    }

    /// How many somebody can do something about now.
    public long urgent() {
        return waiting.stream().filter(one -> one.need().isUrgent()).count();
    }

    private static void addQueue(List<Waiting> waiting, WatchedSafe safe) {
        for (var slot : safe.waiting()) {
            for (var transaction : slot.proposals()) {
                waiting.add(new Waiting(
                        new Subject.OfSafe(safe, slot, transaction),
                        need(safe, slot, transaction),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(transaction.served().submitted())));
            }
        }
    }

    private static Need need(WatchedSafe safe, Slot<QueuedTransaction> slot, QueuedTransaction transaction) {
        if (slot.isContested()) {
            return Need.CONFLICT;
        }
        if (!safe.isComplete(transaction)) {
            return Need.SIGN;
        }
        return slot.position() == Position.NEXT ? Need.EXECUTE : Need.LATER;
    }

    /// What is due. What comes later to a thing that something can be done about now waits until that is over.
    static List<Waiting> ofDue(List<Due> due, Function<Due, Subject> subjects, Instant now) {
        var all = due.stream()
                .map(one -> waiting(one, subjects.apply(one), now.getEpochSecond()))
                .toList();
        var open = new HashSet<String>();
        all.stream()
                .filter(one -> one.need() != Need.LATER)
                .forEach(one -> open.add(one.subject().key()));
        return all.stream()
                .filter(one ->
                        one.need() != Need.LATER || !open.contains(one.subject().key()))
                .toList();
    }

    private static Waiting waiting(Due due, Subject subject, long now) {
        var since = Optional.of(due.from()).filter(from -> from != 0).map(Instant::ofEpochSecond);
        return due.from() > now
                ? new Waiting(subject, Need.LATER, Optional.of(due.task()), Optional.empty(), since)
                : new Waiting(
                        subject,
                        need(due.task()),
                        Optional.of(due.task()),
                        due.until().map(Instant::ofEpochSecond),
                        since);
    }

    private static Need need(Due.Task task) {
        return switch (task) {
            case REVIEW_INCIDENT, REVIEW_CLAIM -> Need.SIGN;
            case VOTE_IN_CASE, VOTE_ON_PROPOSAL -> Need.VOTE;
            case LAPSE_INCIDENT,
                    SETTLE_INCIDENT,
                    CLOSE_INCIDENT,
                    REOPEN_INCIDENT,
                    REOPEN_CLAIM,
                    FINALISE_CLAIM,
                    PAY_CLAIM,
                    EXPIRE_CLAIM,
                    CLOSE_CASE,
                    EXECUTE_CHANGE,
                    QUEUE_PROPOSAL,
                    EXECUTE_PROPOSAL,
                    EXECUTE_OPERATION,
                    FILL_REDEMPTIONS,
                    SETTLE_SERIES,
                    CLOSE_SERIES,
                    CLOSE_POLICIES,
                    RECALL_FROM_VENUE,
                    DETECT_INCIDENT,
                    TAKE_SAMPLE,
                    ESCALATE_INCIDENT,
                    SETTLE_COVERS,
                    RESOLVE_CLAIM,
                    RELEASE_RESERVE,
                    DECIDE_ASSERTION,
                    ENFORCE_SUBJECT,
                    UPDATE_PEG,
                    UPDATE_LEVEL,
                    COLLECT_REDEMPTION,
                    PASS_FORFEITS,
                    SETTLE_PREMIUM,
                    LAPSE_COVER,
                    RELEASE_COVER -> Need.EXECUTE;
            case CONFIRM_INCIDENT,
                    CHALLENGE_INCIDENT,
                    SUBMIT_CLAIMS,
                    APPEAL_CLAIM,
                    ADD_EVIDENCE,
                    PAUSE_ENDS,
                    REDEEM_SERIES,
                    TOP_UP_INTEGRATOR -> Need.WINDOW;
        };
    }
}
