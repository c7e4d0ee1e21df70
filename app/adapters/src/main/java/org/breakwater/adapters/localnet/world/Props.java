package org.breakwater.adapters.localnet.world;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.breakwater.adapters.localnet.world.Docket.About;
import org.breakwater.adapters.localnet.world.Market.Policy;
import org.breakwater.adapters.localnet.world.Texts.Text;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Word;

/// What the losses have at hand, and the turns of events that they share.
record Props(
        Setting setting,
        Library library,
        Subjects subjects,
        Adapters adapters,
        Insurance insurance,
        Docket docket,
        Upkeep upkeep,
        Ballots ballots) {

    private static final BigInteger TEN_THOUSAND = BigInteger.valueOf(10_000);

    /// What a loss decided without people may come to, in whole dollars; below the limit of the contracts.
    private static final long AUTOMATIC = 440_000;

    /// Of a loss, after the deductible, in percent.
    private static final long PAYABLE = 95;

    static Props of(Setting setting, Subjects subjects, Market market) {
        var library = new Library(setting.texts());
        var docket = new Docket(setting, new Purse(setting));
        return new Props(
                setting,
                library,
                subjects,
                new Adapters(setting),
                new Insurance(setting, market),
                docket,
                new Upkeep(setting, docket),
                new Ballots(setting, docket, library));
    }

    Agenda agenda() {
        return setting.agenda();
    }

    Stage stage() {
        return setting.stage();
    }

    Person keeper() {
        return setting.one(Part.KEEPER);
    }

    Person watcher() {
        return setting.one(Part.WATCHER);
    }

    Subject subject(String name) {
        return subjects.named(name);
    }

    /// The newest instant of the world.
    Instant head() {
        return agenda().day(World.DAYS, 0);
    }

    /// Has something happen to a subject to people who insured themselves in time.
    ///
    /// @param ahead of the event, when the first of them tries to buy
    /// @param dollars insured by each
    void insuredAgainst(String subject, Instant when, Duration ahead, Duration term, Event event, long... dollars) {
        agenda().at(when.minus(ahead), "Insuring against " + subject, () -> {
            var insured = insurance.buy(subject(subject), agenda().now(), term, dollars);
            agenda().at(when, "A loss of " + subject, () -> {
                if (insured.size() != dollars.length) {
                    throw new IllegalStateException(
                            "only " + insured.size() + " of " + dollars.length + " are insured against " + subject);
                }
                event.happen(subject(subject), List.copyOf(insured));
            });
        });
    }

    /// What happens to a subject and those insured.
    @FunctionalInterface
    interface Event {
        void happen(Subject subject, List<Policy> insured) throws ProblemException;
    }

    /// The largest severity, at most `wanted`, with which a loss of all cover of a subject is still decided without
    /// people.
    int automaticSeverity(Subject subject, int wanted) throws ProblemException {
        var pool = setting.protocol().pool(subject.pool());
        var cover =
                stage().view(pool.call("coverOfSubject", subject.id())).struct().number("amount");
        var most = Setting.usdc(AUTOMATIC * 100 / PAYABLE).multiply(TEN_THOUSAND);
        return cover.signum() == 0
                ? wanted
                : most.divide(cover).min(BigInteger.valueOf(wanted)).intValueExact();
    }

    /// A confirmed incident that would settle by itself is doubted, so that people decide.
    ///
    /// @return the number of its case
    long escalated(Subject subject, long incident, String reason) throws ProblemException {
        if (docket.stateOfIncident(incident) == IncidentState.CONFIRMED) {
            docket.challenge(watcher(), incident, library.write(reason, subject).hash());
        }
        upkeep.tend(incident);
        return docket.incident(incident).count("caseId");
    }

    /// Once an incident settles the stewards hold it against its subject for a year.
    void suffers(Subject subject, long incident) throws ProblemException {
        var occurred = docket.incident(incident).instant("occurredAt");
        upkeep.whenSettling(incident, () -> subject.suffered(occurred));
    }

    /// Once an incident settles these covers are paid without anybody asking.
    void settleAutomatically(long incident, List<Policy> insured) {
        upkeep.whenSettling(
                incident,
                () -> agenda().after(Duration.ofHours(2), "Settling the covers of incident " + incident, () -> {
                    for (var claim : docket.settle(keeper(), incident, insured)) {
                        upkeep.tendClaim(claim);
                    }
                }));
    }

    /// A holder claims, with evidence that is added to the claim at once.
    ///
    /// @return the claim's number
    long claim(Policy insured, long incident, BigInteger amount, String evidence) throws ProblemException {
        return claim(insured, incident, amount, library.write(evidence, insured.holder()));
    }

    long claim(Policy insured, long incident, BigInteger amount, Text evidence) throws ProblemException {
        var claim = docket.submit(insured, incident, amount, evidence.hash());
        exhibit(insured.holder(), About.CLAIM, claim, evidence);
        upkeep.tendClaim(claim);
        return claim;
    }

    /// Claims all that is insured.
    long claimAll(Policy insured, long incident, String evidence) throws ProblemException {
        return claim(insured, incident, Setting.usdc(insured.amount()), evidence);
    }

    /// Someone who may adds what they wrote to the evidence.
    void exhibit(Person by, About about, long id, Text content) throws ProblemException {
        stage().send(by, docket.evidence(about, id, content));
    }

    /// The council adds what it has found out.
    void exhibitOfCouncil(About about, long id, Text content) throws ProblemException {
        setting.council().execute(docket.evidence(about, id, content));
    }

    /// The case of a claim.
    long caseOf(long claim) throws ProblemException {
        return docket.claim(claim).count("caseId");
    }

    /// The input of a reading that names one round, or one assertion.
    static Bytes numbered(long number) {
        return Word.of(number);
    }
}
