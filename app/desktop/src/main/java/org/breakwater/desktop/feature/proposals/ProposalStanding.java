package org.breakwater.desktop.feature.proposals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.projection.view.ProposalState;
import org.breakwater.core.projection.view.ProposalView;
import org.breakwater.core.projection.view.TimelockOperation;
import org.breakwater.desktop.feature.proposals.ProposalPage.Fact;
import org.breakwater.desktop.feature.proposals.ProposalPage.Group;
import org.breakwater.desktop.feature.proposals.ProposalPage.Tally;
import org.breakwater.desktop.kit.StateStepper.Progress;
import org.breakwater.desktop.kit.StateStepper.Step;
import org.breakwater.desktop.l10n.Times;

/// How a proposal to the DAO stands: where it is on its way, in words, and what comes next.
record ProposalStanding(ProposalView view, ProposalContext context) {

    Group group() {
        return switch (view.state()) {
            case PENDING -> Group.TO_OPEN;
            case ACTIVE -> Group.VOTING;
            case SUCCEEDED -> Group.READY;
            case QUEUED -> ready() <= context.known().time() ? Group.READY : Group.WAITING;
            case EXECUTED -> Group.EXECUTED;
            case CANCELED, DEFEATED, EXPIRED -> Group.FAILED;
        };
    }

    private long ready() {
        return view.operation().map(TimelockOperation::readyAt).orElse(0L);
    }

    private long opens() {
        return view.proposal().created().voteStart().longValueExact();
    }

    Tally tally() {
        var proposal = view.proposal();
        return new Tally(proposal.forVotes(), proposal.againstVotes(), proposal.abstainVotes(), view.quorum());
    }

    String summary() {
        return switch (view.state()) {
            case PENDING -> "Voting opens " + Times.dateAndTime(ProposalContext.at(opens()));
            case ACTIVE -> ProposalsPage.ofQuorum(tally());
            case SUCCEEDED -> "Passed, not queued";
            case QUEUED -> ready() <= context.known().time() ? "In the timelock, delay over" : "In the timelock";
            case EXECUTED -> "Executed";
            case CANCELED -> "Taken back";
            case DEFEATED -> lost();
            case EXPIRED -> "Expired";
        };
    }

    private String lost() {
        return tally().counted().compareTo(view.quorum()) < 0
                ? "Quorum missed, " + ProposalsPage.ofQuorum(tally())
                : "More against than for";
    }

    String when() {
        return switch (view.state()) {
            case PENDING -> context.left(opens());
            case ACTIVE -> context.left(view.proposal().deadline());
            case SUCCEEDED ->
                "since " + Times.dateAndTime(ProposalContext.at(view.proposal().deadline()));
            case QUEUED ->
                ready() <= context.known().time()
                        ? "since " + Times.dateAndTime(ProposalContext.at(ready()))
                        : context.left(ready());
            case EXECUTED, CANCELED, DEFEATED, EXPIRED -> Times.date(ProposalContext.at(opens()));
        };
    }

    List<Step> steps() {
        var vote = view.proposal();
        var state = view.state();
        var opened = new Step(
                "Pending",
                "opens " + Times.dateAndTime(ProposalContext.at(opens())),
                state == ProposalState.PENDING ? Progress.NOW : Progress.DONE);
        var voting = "until " + Times.dateAndTime(ProposalContext.at(vote.deadline()));
        return switch (state) {
            case CANCELED -> List.of(new Step("Pending", Progress.DONE), new Step("Taken back", Progress.FAILED));
            case DEFEATED, EXPIRED ->
                List.of(
                        opened,
                        new Step("Voting", voting, Progress.DONE),
                        new Step("Defeated", lost(), Progress.FAILED));
            case PENDING, ACTIVE, SUCCEEDED, QUEUED, EXECUTED -> {
                var at = List.of(
                                ProposalState.PENDING,
                                ProposalState.ACTIVE,
                                ProposalState.SUCCEEDED,
                                ProposalState.QUEUED,
                                ProposalState.EXECUTED)
                        .indexOf(state);
                var eta = view.operation()
                        .map(operation -> "ready " + Times.dateAndTime(ProposalContext.at(operation.readyAt())))
                        .orElse("");
                yield List.of(
                        opened,
                        new Step("Voting", voting, progress(1, at)),
                        new Step("Passed", progress(2, at)),
                        new Step("In the timelock", eta, progress(3, at)),
                        new Step("Executed", state == ProposalState.EXECUTED ? Progress.DONE : Progress.AHEAD));
            }
        };
    }

    private static Progress progress(int step, int at) {
        if (step == at) {
            return Progress.NOW;
        }
        return step < at ? Progress.DONE : Progress.AHEAD;
    }

    Optional<Instant> deadline() {
        return switch (view.state()) {
            case PENDING -> Optional.of(ProposalContext.at(opens()));
            case ACTIVE -> Optional.of(ProposalContext.at(view.proposal().deadline()));
            case QUEUED -> view.operation().map(operation -> ProposalContext.at(operation.readyAt()));
            case SUCCEEDED, EXECUTED, CANCELED, DEFEATED, EXPIRED -> Optional.empty();
        };
    }

    String deadlineIs() {
        return switch (view.state()) {
            case PENDING -> "Voting opens in";
            case ACTIVE -> "Closes in";
            case QUEUED -> "Timelock ends in";
            case SUCCEEDED, EXECUTED, CANCELED, DEFEATED, EXPIRED -> "";
        };
    }

    List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Votes counted at", Times.dateAndTime(ProposalContext.at(opens()))));
        var delay = context.known().view().governance().timelockDelay();
        if (view.state() == ProposalState.PENDING || view.state() == ProposalState.ACTIVE) {
            facts.add(new Fact(
                    "Can be queued",
                    Times.dateAndTime(ProposalContext.at(view.proposal().deadline()))));
            facts.add(new Fact(
                    "Timelock ends",
                    Times.dateAndTime(ProposalContext.at(view.proposal().deadline() + delay))));
            facts.add(new Fact("In force when executed", "by anyone"));
        }
        view.operation()
                .ifPresent(operation -> facts.add(
                        new Fact("Timelock ends", Times.dateAndTime(ProposalContext.at(operation.readyAt())))));
        return facts;
    }
}
