package org.breakwater.core.activity;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.activity.Due.Task;
import org.breakwater.core.follow.Known;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.ClaimView;
import org.breakwater.core.projection.view.DelayedOperation;
import org.breakwater.core.projection.view.IncidentView;
import org.breakwater.core.projection.view.ProposalView;
import org.breakwater.core.projection.view.SeriesView;
import org.breakwater.core.protocol.CaseOutcome;
import org.breakwater.core.protocol.ChangeState;
import org.breakwater.core.protocol.PolicyState;
import org.breakwater.core.value.Address;

/// What is due by what is known: late or closing first, then what can be done now, then what comes within a month.
public final class DueList {

    /// Seconds. What lies farther ahead is no matter yet.
    private static final long AHEAD = 30 * 86_400L;

    /// Seconds before its prepaid balance is used up, from which an integrator should add to it.
    private static final long FUNDING_AHEAD = 14 * 86_400L;

    private final ProtocolView view;
    private final long time;
    private final List<Due> due = new ArrayList<>();

    private DueList(ProtocolView view, long time) {
        this.view = view;
        this.time = time;
    }

    /// @param authority the AccessManager whose scheduled calls count
    public static List<Due> of(Known known, Address authority) {
        var list = new DueList(known.view(), known.time());
        known.view().incidents().forEach(list::incident);
        known.view().claims().forEach(list::claim);
        list.cases();
        list.changes();
        known.view().governance().proposals().forEach(list::proposal);
        list.operations(authority);
        list.pauses();
        known.view().series().forEach(list::series);
        list.policies();
        list.exits();
        list.integrators();
        return list.sorted();
    }

    private List<Due> sorted() {
        return due.stream()
                .filter(each -> each.from() <= time + AHEAD)
                .sorted(Comparator.comparing((Due each) -> each.at(time))
                        .thenComparingLong(each -> each.decisive(time))
                        .thenComparing(Due::task)
                        .thenComparing(Due::number))
                .toList();
    }

    private void incident(IncidentView found) {
        var incident = found.incident();
        var cap = Optional.of(incident.cap());
        var id = found.incidentId();
        switch (incident.state()) {
            case DETECTED -> {
                if (incident.lapsesAt() < time) {
                    add(Task.LAPSE_INCIDENT, id, cap, incident.lapsesAt(), Optional.empty());
                } else {
                    add(Task.CONFIRM_INCIDENT, id, cap, incident.detectedAt(), Optional.of(incident.lapsesAt()));
                }
            }
            case CONFIRMED -> {
                if (incident.challengeEnds() >= time) {
                    add(Task.CHALLENGE_INCIDENT, id, cap, 0, Optional.of(incident.challengeEnds()));
                }
                add(Task.SETTLE_INCIDENT, id, cap, incident.challengeEnds() + 1, Optional.empty());
            }
            case SETTLING -> {
                var end = view.claimsEnd(id);
                if (end >= time) {
                    add(Task.SUBMIT_CLAIMS, id, Optional.empty(), 0, Optional.of(end));
                } else if (found.totals().open() == 0) {
                    add(Task.CLOSE_INCIDENT, id, Optional.empty(), end + 1, Optional.empty());
                }
            }
            case COUNCIL_REVIEW ->
                add(Task.REVIEW_INCIDENT, id, Optional.empty(), 0, Optional.of(incident.reviewEnds()));
            case NONE, ESCALATED, CLOSED, REJECTED, LAPSED -> {}
        }
    }

    private void add(Task task, long id, Optional<BigInteger> amount, long from, Optional<Long> until) {
        add(task, Area.CLAIMS, BigInteger.valueOf(id), amount, from, until);
    }

    private void add(
            Task task, Area area, BigInteger number, Optional<BigInteger> amount, long from, Optional<Long> until) {
        due.add(new Due(task, area, number, amount, from, until));
    }

    private void claim(ClaimView found) {
        var claim = found.claim();
        switch (claim.state()) {
            case COUNCIL_REVIEW ->
                add(Task.REVIEW_CLAIM, found.claimId(), Optional.empty(), 0, Optional.of(claim.reviewEnds()));
            case APPROVED, AUTO_APPROVED, PAYABLE -> {
                var until =
                        claim.waitsForWindow() ? Optional.<Long>empty() : Optional.of(view.redeemBy(found.claimId()));
                add(
                        Task.PAY_CLAIM,
                        found.claimId(),
                        Optional.of(found.dueNow().max(BigInteger.ZERO)).filter(amount -> amount.signum() > 0),
                        claim.payableAt(),
                        until);
            }
            case NONE, SUBMITTED, ESCALATED, IN_VOTE, DENIED, PAID, EXPIRED, WITHDRAWN -> {}
        }
    }

    private void cases() {
        for (var found : view.cases()) {
            var vote = found.case_();
            if (vote.outcome() != CaseOutcome.OPEN) {
                continue;
            }
            if (vote.evidenceEnds() >= time) {
                add(Task.ADD_EVIDENCE, found.caseId(), Optional.empty(), 0, Optional.of(vote.evidenceEnds()));
            }
            if (vote.closes() >= time) {
                add(Task.VOTE_IN_CASE, found.caseId(), Optional.empty(), vote.opens(), Optional.of(vote.closes()));
            } else {
                add(Task.CLOSE_CASE, found.caseId(), Optional.empty(), vote.closes(), Optional.empty());
            }
        }
    }

    private void changes() {
        for (var found : view.changes()) {
            if (found.change().state() == ChangeState.PENDING) {
                add(
                        Task.EXECUTE_CHANGE,
                        Area.GOVERNANCE,
                        BigInteger.valueOf(found.changeId()),
                        Optional.empty(),
                        found.change().eta(),
                        Optional.of(found.change().expiry()));
            }
        }
    }

    private void proposal(ProposalView found) {
        var id = found.proposal().created().proposalId();
        switch (found.state()) {
            case PENDING, ACTIVE ->
                add(
                        Task.VOTE_ON_PROPOSAL,
                        Area.GOVERNANCE,
                        id,
                        Optional.empty(),
                        found.proposal().created().voteStart().longValueExact() + 1,
                        Optional.of(found.proposal().deadline()));
            case SUCCEEDED ->
                add(
                        Task.QUEUE_PROPOSAL,
                        Area.GOVERNANCE,
                        id,
                        Optional.empty(),
                        found.proposal().deadline() + 1,
                        Optional.empty());
            case QUEUED ->
                found.operation()
                        .ifPresent(operation -> add(
                                Task.EXECUTE_PROPOSAL,
                                Area.GOVERNANCE,
                                id,
                                Optional.empty(),
                                operation.readyAt(),
                                Optional.empty()));
            case CANCELED, DEFEATED, EXPIRED, EXECUTED -> {}
        }
    }

    private void operations(Address authority) {
        for (var operation : view.authority(authority).waiting()) {
            var at = operation.scheduled().schedule();
            add(
                    Task.EXECUTE_OPERATION,
                    Area.GOVERNANCE,
                    BigInteger.valueOf(operation.scheduled().nonce()),
                    Optional.empty(),
                    at,
                    Optional.of(at + DelayedOperation.EXPIRATION));
        }
    }

    private void pauses() {
        for (var found : view.pauses()) {
            if (found.active()) {
                add(
                        Task.PAUSE_ENDS,
                        Area.EMERGENCY,
                        BigInteger.valueOf(found.pauseId()),
                        Optional.empty(),
                        0,
                        Optional.of(found.pause().until()));
            }
        }
    }

    private void series(SeriesView found) {
        var series = found.series();
        switch (series.state()) {
            case OPEN ->
                add(
                        Task.SETTLE_SERIES,
                        Area.POLICIES,
                        found.seriesId(),
                        Optional.of(series.unitsSold().multiply(series.unitPayout())),
                        series.eventEnd(),
                        Optional.empty());
            case SETTLED -> {
                if (series.redeemBy() >= time) {
                    var left = series.unitsSold().subtract(series.unitsRedeemed());
                    if (left.multiply(series.unitPaid()).signum() > 0) {
                        add(
                                Task.REDEEM_SERIES,
                                Area.POLICIES,
                                found.seriesId(),
                                Optional.of(left.multiply(series.unitPaid())),
                                0,
                                Optional.of(series.redeemBy()));
                    }
                } else {
                    add(
                            Task.CLOSE_SERIES,
                            Area.POLICIES,
                            found.seriesId(),
                            Optional.empty(),
                            series.redeemBy() + 1,
                            Optional.empty());
                }
            }
            case NONE, OVER -> {}
        }
    }

    /// Policies whose time for claims is over, and on which no claim is open, still lock capital until somebody closes
    /// them.
    private void policies() {
        var over = view.policies().stream()
                .filter(policy -> policy.state() == PolicyState.OVERDUE && policy.openClaim() == 0)
                .toList();
        if (!over.isEmpty()) {
            add(
                    Task.CLOSE_POLICIES,
                    Area.POLICIES,
                    BigInteger.valueOf(over.size()),
                    Optional.of(over.stream()
                            .map(policy -> policy.policy()
                                    .amount()
                                    .subtract(policy.policy().paid()))
                            .reduce(BigInteger.ZERO, BigInteger::add)),
                    over.stream()
                            .mapToLong(policy -> policy.policy().graceEnd())
                            .min()
                            .orElse(time),
                    Optional.empty());
        }
    }

    private void exits() {
        for (var exit : view.exitNotices()) {
            if (exit.amount().signum() > 0) {
                add(
                        Task.RECALL_FROM_VENUE,
                        Area.TREASURY,
                        new BigInteger(1, exit.venue().bytes().toArray()),
                        Optional.of(exit.amount()),
                        exit.readyAt(),
                        Optional.empty());
            }
        }
    }

    private void integrators() {
        for (var found : view.integrators()) {
            var end = found.fundedUntil();
            if (found.state().active() && end > time && end < time + FUNDING_AHEAD) {
                add(
                        Task.TOP_UP_INTEGRATOR,
                        Area.POLICIES,
                        new BigInteger(1, found.integrator().bytes().toArray()),
                        Optional.of(found.state().prepaid()),
                        0,
                        Optional.of(end));
            }
        }
    }
}
