package org.breakwater.adapters.localnet.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.breakwater.adapters.localnet.world.Docket.About;
import org.breakwater.adapters.localnet.world.Market.Policy;
import org.breakwater.adapters.localnet.world.Reports.Finding;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;

/// Custodians: people always decide. One theft with an appeal in vain; a recent one with a claim on which the voters
/// are
/// divided to the last token; one that is voted on at the head.
final class CustodyLosses implements Strand {

    private static final int HALTED = 1;
    private static final int THEFT = 2;

    private final Props props;

    CustodyLosses(Props props) {
        this.props = props;
    }

    @Override
    public void begin() {
        var agenda = props.agenda();
        var ahead = Duration.ofDays(75);
        var term = Duration.ofDays(300);
        props.insuredAgainst("Granite Custody", agenda.day(380, 12.4), ahead, term, this::firstTheft, 118_000, 80_000);
        props.insuredAgainst(
                "Strongroom Trust",
                props.head().minus(Duration.ofDays(20)),
                ahead,
                term,
                this::secondTheft,
                140_000,
                62_000,
                97_000);
        agenda.at(agenda.day(698, 8), "Withdrawals are halted", () -> halted(props.subject("Northgate Exchange")));
        agenda.at(props.head().minus(Duration.ofHours(80)), "A theft that may be none", this::rehearsal);
    }

    /// @param bps of the holdings
    private void theft(Subject subject, int bps, Confirmed then) throws ProblemException {
        var occurred = props.agenda().now().minus(Duration.ofHours(9));
        var incident = props.docket()
                .detect(props.watcher(), subject, adapter(), report(subject, THEFT, bps, occurred, "source.custody"));
        props.agenda().after(Duration.ofMinutes(55), "Confirming a theft", () -> {
            props.docket()
                    .confirm(
                            props.keeper(),
                            incident,
                            adapter(),
                            report(subject, THEFT, bps, occurred, "source.custody"));
            props.suffers(subject, incident);
            props.upkeep().tend(incident);
            then.happened(incident, props.docket().incident(incident).count("caseId"));
        });
    }

    /// What follows when a theft is confirmed.
    @FunctionalInterface
    private interface Confirmed {
        void happened(long incident, long caseId) throws ProblemException;
    }

    private void firstTheft(Subject subject, List<Policy> insured) throws ProblemException {
        theft(subject, 3_000, (incident, caseId) -> {
            props.exhibit(
                    props.watcher(), About.INCIDENT, incident, props.library().write("custody.theft", subject));
            props.claimAll(insured.get(0), incident, "custody.letter");
            props.ballots().on(caseId, Mood.severity(6_600_000, 30));
            props.upkeep()
                    .whenSettling(
                            incident,
                            () -> props.agenda()
                                    .after(
                                            Duration.ofDays(6),
                                            "Claiming interest",
                                            () -> appealedInVain(incident, insured.get(1))));
        });
    }

    private void appealedInVain(long incident, Policy insured) throws ProblemException {
        var claim = props.claimAll(insured, incident, "custody.dispute");
        var first = props.caseOf(claim);
        props.ballots().on(first, Mood.denying(5_900_000));
        var closes = props.docket().caseOf(first).instant("closes");
        props.agenda().at(closes.plus(Duration.ofHours(15)), "Appealing", () -> {
            var evidence = props.library().write("custody.dispute.appeal", insured.holder());
            props.docket().appeal(insured, claim, evidence.hash());
            props.exhibit(insured.holder(), About.CLAIM, claim, evidence);
            props.upkeep().tendClaim(claim);
            props.ballots().on(props.caseOf(claim), Mood.denying(7_300_000));
        });
    }

    private void secondTheft(Subject subject, List<Policy> insured) throws ProblemException {
        theft(subject, 4_500, (incident, caseId) -> {
            props.exhibitOfCouncil(About.INCIDENT, incident, props.library().write("custody.theft", subject));
            for (var each : insured.subList(0, 2)) {
                props.claimAll(each, incident, "custody.letter");
            }
            props.ballots().on(caseId, Mood.severity(7_400_000, 45));
            props.agenda()
                    .at(
                            props.head().minus(Duration.ofHours(172)),
                            "Claiming by another statement",
                            () -> tied(incident, insured.get(2)));
        });
    }

    private void tied(long incident, Policy insured) throws ProblemException {
        var claim = props.claimAll(insured, incident, "custody.tied");
        props.agenda()
                .after(
                        Duration.ofHours(30),
                        "The other statement",
                        () -> props.exhibitOfCouncil(
                                About.CLAIM, claim, props.library().write("custody.tied.against")));
        props.ballots().tie(props.caseOf(claim), 2_350_000);
    }

    private void rehearsal() throws ProblemException {
        var subject = props.subject("Bastion Exchange");
        theft(subject, 2_500, (incident, caseId) -> {
            props.exhibit(
                    props.watcher(), About.INCIDENT, incident, props.library().write("custody.theft", subject));
            props.exhibitOfCouncil(About.INCIDENT, incident, props.library().write("custody.running", subject));
            props.ballots().on(caseId, new Mood(7_000_000, 4, 36, 54, 6, 25));
        });
    }

    /// A halt alone may end; it is seen, and opens nothing yet.
    private void halted(Subject subject) throws ProblemException {
        var since = props.agenda().now().minus(Duration.ofHours(20));
        props.stage()
                .send(
                        props.keeper(),
                        adapter()
                                .call(
                                        "commitObservation",
                                        subject.id(),
                                        report(subject, HALTED, 1_500, since, "custody.halt")));
    }

    private Bytes report(Subject subject, int status, int bps, Instant occurred, String source)
            throws ProblemException {
        return props.adapters()
                .reports(Adapters.CUSTODY)
                .report(new Finding(
                        subject.id(),
                        status,
                        bps,
                        0,
                        occurred.getEpochSecond(),
                        props.agenda().now().minus(Duration.ofMinutes(4)).getEpochSecond(),
                        props.library().write(source, subject).hash()));
    }

    private Contract adapter() {
        return props.adapters().contract(Adapters.CUSTODY);
    }
}
