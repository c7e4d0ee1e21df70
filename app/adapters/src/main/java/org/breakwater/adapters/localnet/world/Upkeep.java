package org.breakwater.adapters.localnet.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.breakwater.core.problem.ProblemException;

/// The keeper of incidents and claims: does what anyone may do as soon as its time has come. What people did in
/// between is found out by looking again.
final class Upkeep {

    private static final Duration DAILY = Duration.ofDays(1);

    private final Agenda agenda;
    private final Stage stage;
    private final Docket docket;
    private final Person keeper;
    private final Draw draw;
    private final Set<String> due = new HashSet<>();
    private final Map<Long, List<Long>> claimsOf = new HashMap<>();
    private final Map<Long, Act> beforeSettling = new HashMap<>();
    private final Map<Long, List<Act>> whenSettling = new HashMap<>();

    Upkeep(Setting setting, Docket docket) {
        this.agenda = setting.agenda();
        this.stage = setting.stage();
        this.docket = docket;
        this.keeper = setting.one(Part.KEEPER);
        this.draw = setting.draw("upkeep");
    }

    /// What has to be done for an incident's adapters to be healthy when its time to be challenged is over.
    void beforeSettling(long incident, Act act) {
        beforeSettling.put(incident, act);
    }

    /// What else happens once an incident settles.
    void whenSettling(long incident, Act act) {
        whenSettling.computeIfAbsent(incident, id -> new ArrayList<>()).add(act);
    }

    // ── incidents ──────────────────────────────────────────────────────────────────────────────────────────────

    /// Looks at an incident and puts down what will be due next.
    void tend(long id) throws ProblemException {
        var incident = docket.incident(id);
        var state = IncidentState.of(incident);
        switch (state) {
            case DETECTED -> whenStill(id, state, incident.instant("lapsesAt"), "lapse");
            case CONFIRMED -> whenStill(id, state, incident.instant("challengeEnds"), "startSettling");
            case COUNCIL_REVIEW -> whenStill(id, state, incident.instant("reviewEnds"), "reopen");
            case ESCALATED -> tendCase(incident.count("caseId"), () -> tend(id));
            case SETTLING -> {
                settled(id);
                tendEnd(id);
            }
            case REJECTED, LAPSED -> resolveAll(id);
            case CLOSED, NONE -> {}
        }
    }

    private void whenStill(long id, IncidentState state, Instant deadline, String function) {
        once("incident " + id + " " + function + " " + deadline, deadline, () -> {
            if (docket.stateOfIncident(id) == state) {
                if (state == IncidentState.CONFIRMED && beforeSettling.containsKey(id)) {
                    beforeSettling.get(id).play();
                }
                stage.send(keeper, docket.incidents().call(function, id));
                tend(id);
            }
        });
    }

    private void settled(long id) throws ProblemException {
        resolveAll(id);
        var acts = whenSettling.remove(id);
        if (acts != null) {
            for (var act : acts) {
                act.play();
            }
        }
    }

    private void tendEnd(long id) throws ProblemException {
        var end = docket.incident(id).instant("claimsEnd");
        var next = end.isAfter(agenda.now()) ? end : agenda.now().plus(DAILY);
        once("incident " + id + " close " + next, next, () -> {
            if (docket.stateOfIncident(id) != IncidentState.SETTLING) {
                return;
            }
            if (stage.refusal(keeper.address(), docket.incidents().call("close", id))
                    .isEmpty()) {
                stage.send(keeper, docket.incidents().call("close", id));
            } else {
                tendEnd(id);
            }
        });
    }

    private void resolveAll(long incident) throws ProblemException {
        for (var claim : claimsOf.getOrDefault(incident, List.of())) {
            if (docket.stateOfClaim(claim) == ClaimState.SUBMITTED) {
                stage.send(keeper, docket.claims().call("resolve", claim));
                tendClaim(claim);
            }
        }
    }

    // ── claims ─────────────────────────────────────────────────────────────────────────────────────────────────

    /// Looks at a claim and puts down what will be due next.
    void tendClaim(long id) throws ProblemException {
        var claim = docket.claim(id);
        var state = ClaimState.of(claim);
        switch (state) {
            case SUBMITTED -> {
                var claims = claimsOf.computeIfAbsent(claim.count("incidentId"), incident -> new ArrayList<>());
                if (!claims.contains(id)) {
                    claims.add(id);
                }
            }
            case ESCALATED, IN_VOTE -> tendCase(claim.count("caseId"), () -> tendClaim(id));
            case COUNCIL_REVIEW -> whenStill(id, state, claim.instant("reviewEnds"), "reopen", claim.count("caseId"));
            case APPROVED, AUTO_APPROVED, PAYABLE -> tendPayment(id, claim.instant("payableAt"));
            case DENIED -> tendDenial(id, claim);
            case PAID, EXPIRED, WITHDRAWN, NONE -> {}
        }
    }

    private void whenStill(long id, ClaimState state, Instant deadline, String function, long caseId) {
        once("claim " + id + " " + function + " case " + caseId, deadline, () -> {
            var claim = docket.claim(id);
            if (ClaimState.of(claim) == state && claim.count("caseId") == caseId) {
                stage.send(keeper, docket.claims().call(function, id));
                tendClaim(id);
            }
        });
    }

    private void tendPayment(long id, Instant payableAt) {
        once("claim " + id + " pay " + payableAt, payableAt, () -> {
            if (docket.stateOfClaim(id) != ClaimState.PAYABLE) {
                return;
            }
            var pay = docket.claims().call("pay", id);
            if (stage.refusal(keeper.address(), pay).isEmpty()) {
                stage.send(keeper, pay);
            }
            if (docket.stateOfClaim(id) == ClaimState.PAYABLE) {
                // The rest is due later, or a pause or an empty window stands before it.
                tendPayment(id, agenda.now().plus(DAILY));
            }
        });
    }

    private void tendDenial(long id, Fields claim) throws ProblemException {
        if (isOver(id, claim)) {
            return;
        }
        var coolDown = docket.coolDown(claim.count("incidentId"));
        var until = claim.instant("decidedAt").plus(coolDown);
        once("claim " + id + " finalise " + until, until, () -> {
            var now = docket.claim(id);
            if (ClaimState.of(now) == ClaimState.DENIED && !isOver(id, now)) {
                stage.send(keeper, docket.claims().call("finalise", id));
            }
        });
    }

    /// A denial that is final has freed its cover.
    private boolean isOver(long id, Fields claim) throws ProblemException {
        return stage.number(docket.claims().call("openClaimOf", claim.number("coverId")))
                        .longValueExact()
                != id;
    }

    // ── cases ──────────────────────────────────────────────────────────────────────────────────────────────────

    private void tendCase(long id, Act then) throws ProblemException {
        var closes = docket.caseOf(id).instant("closes");
        once("case " + id + " close " + closes, closes, () -> {
            var current = docket.caseOf(id);
            if (current.number("outcome").signum() != 0) {
                return;
            }
            if (stage.time().isBefore(current.instant("closes"))) {
                tendCase(id, then);
            } else {
                stage.send(keeper, docket.tribunal().call("close", id));
                then.play();
            }
        });
    }

    /// Puts something down for a while after its time; once, however often it is found to be due.
    private void once(String name, Instant when, Act act) {
        if (due.add(name)) {
            agenda.at(when.plus(draw.time(Duration.ofMinutes(4), Duration.ofMinutes(45))), name, act);
        }
    }
}
