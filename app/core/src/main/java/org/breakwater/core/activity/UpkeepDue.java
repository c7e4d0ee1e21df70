package org.breakwater.core.activity;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.activity.Due.Task;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.UpkeepView;
import org.breakwater.core.projection.view.BoundAdapter;
import org.breakwater.core.projection.view.IncidentView;
import org.breakwater.core.projection.view.IntegratorView;
import org.breakwater.core.protocol.AssertionState;
import org.breakwater.core.protocol.ClaimState;
import org.breakwater.core.protocol.IncidentState;
import org.breakwater.core.rule.PrepaidBalance;
import org.breakwater.core.value.Address;

/// What the contracts leave to whoever comes first and no deadline reminds of: readings, claims that follow from an
/// incident, levels, pegs, what is owed and not yet passed on.
final class UpkeepDue {

    /// Seconds after an adapter's last sample from which it takes the next one. The contracts take one an hour at most;
    /// a window has six hours at least and needs three.
    private static final long BETWEEN_SAMPLES = 2 * 3_600L;

    /// `OptimisticAdapter.DISPUTE_TIME`, seconds.
    private static final long DISPUTE_TIME = 14 * 86_400L;

    private final ProtocolView view;
    private final UpkeepView upkeep;
    private final long time;
    private final List<Due> due = new ArrayList<>();

    private UpkeepDue(ProtocolView view, long time) {
        this.view = view;
        this.upkeep = view.upkeep();
        this.time = time;
    }

    static List<Due> of(ProtocolView view, long time) {
        var found = new UpkeepDue(view, time);
        found.upkeep.adapters().forEach(found::sample);
        view.incidents().forEach(found::incident);
        found.claims();
        found.upkeep.assertions().forEach(found::assertion);
        found.subjects();
        found.pegs();
        found.pools();
        view.integrators().forEach(found::integrator);
        return found.due;
    }

    private void add(Task task, Area area, BigInteger number, Optional<BigInteger> amount, long from) {
        due.add(new Due(task, area, number, amount, from, Optional.empty()));
    }

    private void add(Task task, Area area, long number, Optional<BigInteger> amount, long from) {
        add(task, area, BigInteger.valueOf(number), amount, from);
    }

    /// While a breach runs the adapter takes no samples.
    private void sample(BoundAdapter bound) {
        if (bound.takesSamples() && bound.breach().isEmpty()) {
            var from = bound.sample().map(last -> last.at() + BETWEEN_SAMPLES).orElse(0L);
            if (from <= time) {
                add(Task.TAKE_SAMPLE, Area.CLAIMS, bound.subjectId(), Optional.empty(), from);
            }
        }
    }

    private void incident(IncidentView found) {
        var incident = found.incident();
        var id = found.incidentId();
        var undecided = incident.state() == IncidentState.DETECTED || incident.state() == IncidentState.CONFIRMED;
        if (undecided
                && (view.isQuarantined(incident.firstAdapter()) || view.isQuarantined(incident.secondAdapter()))) {
            add(Task.ESCALATE_INCIDENT, Area.CLAIMS, id, Optional.of(incident.cap()), 0);
        }
        if (incident.state() == IncidentState.SETTLING && view.claimsEnd(id) >= time) {
            var unclaimed = upkeep.unclaimed(id, incident.poolId(), incident.subjectId(), incident.occurredAt());
            if (!unclaimed.isEmpty()) {
                due.add(new Due(
                        Task.SETTLE_COVERS,
                        Area.CLAIMS,
                        BigInteger.valueOf(id),
                        Optional.empty(),
                        incident.settlingAt(),
                        Optional.of(view.claimsEnd(id))));
            }
        }
        var over = switch (incident.state()) {
            case CLOSED, REJECTED, LAPSED -> true;
            case NONE, DETECTED, CONFIRMED, ESCALATED, COUNCIL_REVIEW, SETTLING -> false;
        };
        if (over && found.reserve().open()) {
            add(
                    Task.RELEASE_RESERVE,
                    Area.CLAIMS,
                    id,
                    Optional.of(found.reserve().ownCap()),
                    0);
        }
    }

    /// A claim that was made before its incident was decided waits for somebody to apply the decision to it.
    private void claims() {
        var decided = view.incidents().stream()
                .filter(found -> switch (found.incident().state()) {
                    case SETTLING, CLOSED, REJECTED, LAPSED -> true;
                    case NONE, DETECTED, CONFIRMED, ESCALATED, COUNCIL_REVIEW -> false;
                })
                .map(IncidentView::incidentId)
                .toList();
        view.claims().stream()
                .filter(found -> found.claim().state() == ClaimState.SUBMITTED
                        && decided.contains(found.claim().incidentId()))
                .forEach(found -> add(
                        Task.RESOLVE_CLAIM,
                        Area.CLAIMS,
                        found.claimId(),
                        Optional.of(found.claim().requested()),
                        0));
    }

    private void assertion(UpkeepView.Asserted found) {
        var assertion = found.assertion();
        var over = assertion.state() == AssertionState.ASSERTED
                ? assertion.disputableUntil()
                : assertion.disputedAt() + DISPUTE_TIME;
        add(Task.DECIDE_ASSERTION, Area.CLAIMS, found.assertionId(), Optional.of(assertion.bond()), over + 1);
    }

    private void subjects() {
        for (long id = 1; id <= view.head().subjects(); id++) {
            if (upkeep.enforcement(id).isPresent()) {
                add(Task.ENFORCE_SUBJECT, Area.POLICIES, id, Optional.empty(), 0);
            }
        }
    }

    private void pegs() {
        for (var asset : view.treasury().assets()) {
            if (asset.health().worstPeg() != asset.peg().state()) {
                add(Task.UPDATE_PEG, Area.TREASURY, number(asset.asset()), Optional.empty(), 0);
            }
        }
    }

    private void pools() {
        for (var pool : view.pools()) {
            if (!upkeep.relevelled(pool.pool()).isEmpty()) {
                add(Task.UPDATE_LEVEL, Area.POOLS, pool.poolId(), Optional.empty(), 0);
            }
            var owed = upkeep.owed(pool.pool());
            if (!owed.isEmpty()) {
                add(
                        Task.COLLECT_REDEMPTION,
                        Area.POOLS,
                        pool.poolId(),
                        Optional.of(
                                owed.stream().map(UpkeepView.Owed::amount).reduce(BigInteger.ZERO, BigInteger::add)),
                        0);
            }
        }
        for (var forfeit : upkeep.forfeits()) {
            add(Task.PASS_FORFEITS, Area.POOLS, forfeit.poolId(), Optional.of(forfeit.amount()), 0);
        }
    }

    private void integrator(IntegratorView found) {
        var number = number(found.integrator());
        var premium = upkeep.premiumDue(found.integrator());
        if (premium.signum() > 0
                && premium.compareTo(PrepaidBalance.reserve(found.state().ratePerSecond())) >= 0) {
            add(Task.SETTLE_PREMIUM, Area.POLICIES, number, Optional.of(premium), 0);
        }
        if (found.fundedUntil() < time && found.state().insured().signum() > 0) {
            add(
                    Task.LAPSE_COVER,
                    Area.POLICIES,
                    number,
                    Optional.of(found.state().insured()),
                    found.fundedUntil() + 1);
        }
        if (!upkeep.heldInVain(found.integrator()).isEmpty()) {
            add(Task.RELEASE_COVER, Area.POLICIES, number, Optional.empty(), 0);
        }
    }

    private static BigInteger number(Address address) {
        return new BigInteger(1, address.bytes().toArray());
    }
}
