package org.breakwater.core.activity;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.activity.Due.Task;
import org.breakwater.core.follow.Known;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.DelayedOperation;
import org.breakwater.core.projection.view.ProposalView;
import org.breakwater.core.projection.view.QueuedRedemption;
import org.breakwater.core.projection.view.SeriesView;
import org.breakwater.core.projection.view.Totals;
import org.breakwater.core.protocol.ChangeState;
import org.breakwater.core.protocol.ModuleName;
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
        return of(known, Optional.of(authority));
    }

    /// With the calls that are scheduled in the AccessManager that the guardian's contract asks.
    public static List<Due> of(Known known) {
        return of(known, known.view().authorityOf(ModuleName.GUARDIAN));
    }

    private static List<Due> of(Known known, Optional<Address> authority) {
        var list = new DueList(known.view(), known.time());
        list.claims();
        list.changes();
        known.view().governance().proposals().forEach(list::proposal);
        authority.ifPresent(list::operations);
        list.redemptions();
        list.pauses();
        known.view().series().forEach(list::series);
        list.policies();
        list.exits();
        list.integrators();
        UpkeepDue.of(list.view, list.time).forEach(list.due::add);
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

    private void add(
            Task task, Area area, BigInteger number, Optional<BigInteger> amount, long from, Optional<Long> until) {
        due.add(new Due(task, area, number, amount, from, until));
    }

    private void claims() {
        var rules = new ClaimsDue(time);
        var totals = new HashMap<Long, Totals>();
        for (var found : view.incidents()) {
            var id = found.incidentId();
            totals.put(id, found.totals());
            rules.ofIncident(id, found.incident(), found.totals(), view.claimsEnd(id))
                    .forEach(due::add);
        }
        for (var found : view.claims()) {
            var id = found.claimId();
            var undecided =
                    totals.getOrDefault(found.claim().incidentId(), Totals.NONE).undecided();
            rules.ofClaim(
                            id,
                            found.claim(),
                            found.dueNow(),
                            view.redeemBy(id),
                            view.denialOpenUntil(id),
                            undecided.signum() > 0)
                    .forEach(due::add);
        }
        view.cases()
                .forEach(found -> rules.ofCase(found.caseId(), found.case_()).forEach(due::add));
    }

    /// Requests of a pool's queue are filled in their order, by whoever asks for it.
    private void redemptions() {
        for (var pool : view.pools()) {
            var id = BigInteger.valueOf(pool.poolId());
            view.redemptions(pool.poolId()).ifPresent(queue -> {
                if (queue.payable().signum() > 0) {
                    var from = queue.waiting().getFirst().claimableAt();
                    add(Task.FILL_REDEMPTIONS, Area.POOLS, id, Optional.of(queue.payable()), from, Optional.empty());
                    return;
                }
                queue.waiting().stream()
                        .filter(request -> request.claimableAt() > time)
                        .min(Comparator.comparingLong(QueuedRedemption::claimableAt))
                        .ifPresent(next -> add(
                                Task.FILL_REDEMPTIONS,
                                Area.POOLS,
                                id,
                                Optional.of(next.assets()),
                                next.claimableAt(),
                                Optional.empty()));
            });
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
