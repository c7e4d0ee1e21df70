package org.breakwater.adapters.localnet.world;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.adapters.localnet.world.Docket.About;
import org.breakwater.adapters.localnet.world.Policies.Insured;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;

/// What the losses have at hand, and the turns of events that they share.
record Props(
        Setting setting,
        Library library,
        Adapters adapters,
        Policies policies,
        Docket docket,
        Upkeep upkeep,
        Ballots ballots) {

    private static final BigInteger TEN_THOUSAND = BigInteger.valueOf(10_000);

    /// What a loss decided without people may come to, in whole dollars; below the limit of the contracts.
    private static final long AUTOMATIC = 440_000;

    /// Of a loss, after the deductible, in percent.
    private static final long PAYABLE = 95;

    static Props of(Setting setting, Adapters adapters) {
        var library = new Library(setting.texts());
        var purse = new Purse(setting);
        var docket = new Docket(setting, purse);
        var claimants = setting.cast().of(Part.HOLDER);
        return new Props(
                setting,
                library,
                adapters,
                new Policies(setting, purse, claimants.subList(claimants.size() - 60, claimants.size())),
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

    /// The newest instant of the world.
    Instant head() {
        return agenda().day(World.DAYS, 0);
    }

    /// One of a pool's subjects, by its place in the order in which they were attached.
    Listed subject(int pool, int place) {
        var subjects = adapters.of(pool);
        if (subjects.isEmpty()) {
            throw new IllegalStateException("no subject of pool " + pool + " has an adapter yet");
        }
        return subjects.get(place % subjects.size());
    }

    /// Several holders insure themselves, days before an event.
    ///
    /// @param dollars of each
    List<Insured> insure(Listed subject, Duration duration, long... dollars) throws ProblemException {
        var insured = new ArrayList<Insured>();
        for (var amount : dollars) {
            insured.add(policies.buy(subject, amount, duration));
        }
        return insured;
    }

    /// The largest severity, at most `wanted`, with which a loss of all cover of a subject is still decided without people.
    int automaticSeverity(Listed subject, int wanted) throws ProblemException {
        var cover = Views.only(stage().view(setting.protocol().pool(subject.pool()).call("coverOfSubject", subject.id())))
                .number("amount");
        var most = Setting.usdc(AUTOMATIC * 100 / PAYABLE).multiply(TEN_THOUSAND);
        return cover.signum() == 0 ? wanted : most.divide(cover).min(BigInteger.valueOf(wanted)).intValueExact();
    }

    /// A confirmed incident that would settle by itself is doubted, so that people decide.
    ///
    /// @return the number of its case
    long escalated(long incident, String reason) throws ProblemException {
        if (docket.stateOfIncident(incident) == IncidentState.CONFIRMED) {
            docket.challenge(watcher(), incident, library.write(reason, subjectOf(incident)));
        }
        upkeep.tend(incident);
        return docket.incident(incident).count("caseId");
    }

    private Listed subjectOf(long incident) throws ProblemException {
        var found = docket.incident(incident);
        return adapters.of(found.number("poolId").intValueExact()).stream()
                .filter(subject -> subject.id() == found.number("subjectId").intValue())
                .findFirst()
                .orElseThrow();
    }

    /// Once an incident settles these covers are paid without anybody asking.
    void settleAutomatically(long incident, List<Insured> insured) {
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
    long claim(Insured insured, long incident, BigInteger amount, String evidence) throws ProblemException {
        var content = library.write(evidence, insured.holder());
        var claim = docket.submit(insured, incident, amount, content);
        exhibit(insured.holder(), About.CLAIM, claim, content);
        upkeep.tendClaim(claim);
        return claim;
    }

    /// Someone who may adds what they wrote to the evidence.
    void exhibit(Person by, About about, long id, Hash32 content) throws ProblemException {
        stage().send(by, docket.evidence(about, id, content, library.address(content)));
    }

    /// The council adds what it has found out.
    void exhibitOfCouncil(About about, long id, Hash32 content) throws ProblemException {
        setting.council().execute(docket.evidence(about, id, content, library.address(content)));
    }

    /// The input of a reading that names one round, or one assertion.
    static Bytes numbered(long number) {
        return Word.of(number);
    }
}
