package org.breakwater.core.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.council.Council;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.fact.CaseFact.Case;
import org.breakwater.core.follow.Known;
import org.breakwater.core.inbox.Waiting.Need;
import org.breakwater.core.inbox.Waiting.Subject;
import org.breakwater.core.projection.view.ChangeView;
import org.breakwater.core.projection.view.ProposalView;
import org.breakwater.core.projection.view.TimelockOperation;
import org.breakwater.core.protocol.CaseOutcome;
import org.breakwater.core.protocol.ChangeState;
import org.breakwater.core.protocol.ClaimState;
import org.breakwater.core.protocol.IncidentState;
import org.breakwater.core.safe.NonceOrder.Position;
import org.breakwater.core.safe.NonceOrder.Slot;
import org.breakwater.core.safe.QueuedTransaction;

/// Everything that waits for somebody: for the owners of Safes, for those who vote, for whoever executes.
///
/// @param waiting by need, then by deadline, those without one last
public record Inbox(List<Waiting> waiting) {

    private static final Comparator<Waiting> ORDER = Comparator.comparing(Waiting::need)
            .thenComparing(waiting -> waiting.deadline().orElse(Instant.MAX));

    public Inbox {
        waiting = List.copyOf(waiting);
    }

    /// @param council empty while the Safes are not read
    public static Inbox of(Known known, Optional<Council> council) {
        var waiting = new ArrayList<Waiting>();
        council.ifPresent(read -> read.safes().forEach(safe -> addQueue(waiting, safe)));
        addProposals(waiting, known);
        addChanges(waiting, known);
        addCases(waiting, known);
        addReviews(waiting, known);
        waiting.sort(ORDER);
        return new Inbox(waiting);
    }

    /// How many somebody can do something about now.
    public long urgent() {
        return waiting.stream().filter(one -> one.need() != Need.LATER).count();
    }

    private static void addQueue(List<Waiting> waiting, WatchedSafe safe) {
        for (var slot : safe.waiting()) {
            for (var transaction : slot.proposals()) {
                waiting.add(new Waiting(
                        new Subject.OfSafe(safe, slot, transaction),
                        need(safe, slot, transaction),
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

    private static void addProposals(List<Waiting> waiting, Known known) {
        var proposals = known.view().governance().proposals();
        for (int i = 0; i < proposals.size(); i++) {
            var proposal = proposals.get(i);
            var subject = new Subject.OfDao(proposal, i + 1);
            switch (proposal.state()) {
                case PENDING ->
                    waiting.add(new Waiting(
                            subject,
                            Need.LATER,
                            Optional.empty(),
                            Optional.of(
                                    at(proposal.proposal().created().voteStart().longValueExact()))));
                case ACTIVE ->
                    waiting.add(new Waiting(
                            subject,
                            Need.VOTE,
                            Optional.of(at(proposal.proposal().deadline())),
                            Optional.empty()));
                case SUCCEEDED ->
                    waiting.add(new Waiting(
                            subject,
                            Need.EXECUTE,
                            Optional.empty(),
                            Optional.of(at(proposal.proposal().deadline()))));
                case QUEUED -> waiting.add(queued(proposal, subject, known));
                case CANCELED, DEFEATED, EXPIRED, EXECUTED -> {}
            }
        }
    }

    private static Waiting queued(ProposalView proposal, Subject subject, Known known) {
        var ready = proposal.operation().map(TimelockOperation::readyAt).orElse(Long.MAX_VALUE);
        return new Waiting(
                subject,
                ready <= known.time() ? Need.EXECUTE : Need.LATER,
                Optional.empty(),
                proposal.operation().map(operation -> at(operation.readyAt())));
    }

    private static void addChanges(List<Waiting> waiting, Known known) {
        for (ChangeView view : known.view().changes()) {
            var change = view.change();
            if (change.state() == ChangeState.PENDING) {
                var ready = change.eta() <= known.time();
                waiting.add(new Waiting(
                        new Subject.OfRegistry(view),
                        ready ? Need.EXECUTE : Need.LATER,
                        ready ? Optional.of(at(change.expiry())) : Optional.empty(),
                        Optional.of(at(change.eta()))));
            }
        }
    }

    private static void addCases(List<Waiting> waiting, Known known) {
        for (var view : known.view().cases()) {
            if (view.case_().outcome() == CaseOutcome.OPEN) {
                var subject = new Subject.OfTribunal(view);
                waiting.add(of(subject, view.case_(), known.time()));
            }
        }
    }

    private static Waiting of(Subject subject, Case opened, long now) {
        if (now < opened.opens()) {
            return new Waiting(subject, Need.LATER, Optional.empty(), Optional.of(at(opened.opens())));
        }
        return now <= opened.closes()
                ? new Waiting(subject, Need.VOTE, Optional.of(at(opened.closes())), Optional.empty())
                : new Waiting(subject, Need.EXECUTE, Optional.empty(), Optional.of(at(opened.closes())));
    }

    private static void addReviews(List<Waiting> waiting, Known known) {
        for (var view : known.view().claims()) {
            if (view.claim().state() == ClaimState.COUNCIL_REVIEW) {
                waiting.add(new Waiting(
                        new Subject.OfClaim(view),
                        Need.SIGN,
                        Optional.of(at(view.claim().reviewEnds())),
                        Optional.empty()));
            }
        }
        for (var view : known.view().incidents()) {
            if (view.incident().state() == IncidentState.COUNCIL_REVIEW) {
                waiting.add(new Waiting(
                        new Subject.OfIncident(view),
                        Need.SIGN,
                        Optional.of(at(view.incident().reviewEnds())),
                        Optional.empty()));
            }
        }
    }

    private static Instant at(long seconds) {
        return Instant.ofEpochSecond(seconds);
    }
}
