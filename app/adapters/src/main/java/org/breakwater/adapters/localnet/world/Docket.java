package org.breakwater.adapters.localnet.world;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.breakwater.adapters.localnet.world.Market.Policy;
import org.breakwater.adapters.localnet.world.Texts.Text;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// What people do about incidents and claims, with the money that it takes, and what stands there.
final class Docket {

    private static final BigInteger APPEAL_DEPOSITS = BigInteger.valueOf(3);

    /// What a piece of evidence is about, as `CaseKind` numbers it.
    enum About implements Numbered {
        INCIDENT(0),
        CLAIM(1);

        private final int number;

        About(int number) {
            this.number = number;
        }

        @Override
        public int number() {
            return number;
        }
    }

    private final Stage stage;
    private final Purse purse;
    private final Contract incidents;
    private final Contract claims;
    private final Contract tribunal;

    Docket(Setting setting, Purse purse) {
        this.stage = setting.stage();
        this.purse = purse;
        this.incidents = setting.protocol().contract("Incidents");
        this.claims = setting.protocol().contract("Claims");
        this.tribunal = setting.protocol().contract("Tribunal");
    }

    /// Pays for what people do.
    Purse purse() {
        return purse;
    }

    Contract incidents() {
        return incidents;
    }

    Contract claims() {
        return claims;
    }

    Contract tribunal() {
        return tribunal;
    }

    Fields incident(long id) throws ProblemException {
        return stage.view(incidents.call("incident", id)).struct();
    }

    IncidentState stateOfIncident(long id) throws ProblemException {
        return IncidentState.of(incident(id));
    }

    Fields claim(long id) throws ProblemException {
        return stage.view(claims.call("claim", id)).struct();
    }

    ClaimState stateOfClaim(long id) throws ProblemException {
        return ClaimState.of(claim(id));
    }

    Fields caseOf(long id) throws ProblemException {
        return stage.view(tribunal.call("case_", id)).struct();
    }

    // ── incidents ──────────────────────────────────────────────────────────────────────────────────────────────

    /// A first reading opens an incident.
    ///
    /// @return its number
    long detect(Person by, Subject subject, Contract adapter, Bytes data) throws ProblemException {
        var bond = stage.number(incidents.call("detectionBondOf", subject.pool(), subject.id(), by));
        var call = incidents.call("detect", subject.pool(), subject.id(), adapter, data);
        return purse.spend(by, incidents, bond, call)
                .event(incidents, "IncidentOpened")
                .count("incidentId");
    }

    /// A second reading confirms it.
    void confirm(Person by, long incident, Contract adapter, Bytes data) throws ProblemException {
        stage.send(by, incidents.call("confirm", incident, adapter, data));
    }

    /// A watcher doubts it, with a bond.
    void challenge(Person by, long incident, Hash32 reason) throws ProblemException {
        var bond = terms(incident).number("challengeBond");
        purse.spend(by, incidents, bond, incidents.call("challenge", incident, reason));
    }

    /// How long after a decision it can still be doubted.
    Duration coolDown(long incident) throws ProblemException {
        return Duration.ofSeconds(terms(incident).count("coolDown"));
    }

    private Fields terms(long incident) throws ProblemException {
        return stage.view(incidents.call("terms", incident)).struct();
    }

    // ── claims ─────────────────────────────────────────────────────────────────────────────────────────────────

    /// A holder claims.
    ///
    /// @return the claim's number
    long submit(Policy insured, long incident, BigInteger amount, Hash32 evidenceRoot) throws ProblemException {
        var deposit = terms(incident).number("claimDeposit");
        var call = claims.call("submit", insured.id(), incident, amount, evidenceRoot);
        return purse.spend(insured.holder(), claims, deposit, call)
                .event(claims, "ClaimSubmitted")
                .count("claimId");
    }

    /// The automatic path: makes and approves the claims of these covers.
    ///
    /// @return the claims' numbers
    List<Long> settle(Person by, long incident, List<Policy> insured) throws ProblemException {
        var covers = insured.stream().map(Policy::id).toList();
        var made = stage.send(by, claims.call("settle", incident, covers)).events(claims, "ClaimSubmitted").stream()
                .map(event -> event.count("claimId"))
                .toList();
        if (made.size() != covers.size()) {
            throw new IllegalStateException(made.size() + " of " + covers.size() + " claims settled by themselves");
        }
        return made;
    }

    void appeal(Policy insured, long claim, Hash32 evidenceRoot) throws ProblemException {
        var incident = claim(claim).count("incidentId");
        var deposit = terms(incident).number("claimDeposit");
        var call = claims.call("appeal", claim, evidenceRoot);
        purse.spend(insured.holder(), claims, deposit.multiply(APPEAL_DEPOSITS), call);
    }

    /// The most that the arithmetic grants a cover in an incident.
    BigInteger most(Policy insured, long incident) throws ProblemException {
        return stage.view(claims.call("payableFor", insured.id(), incident)).number("most");
    }

    // ── evidence ───────────────────────────────────────────────────────────────────────────────────────────────

    Call evidence(About about, long id, Text content) {
        return tribunal.call("addEvidence", about, id, content.hash(), content.address());
    }
}
