package org.breakwater.adapters.localnet.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.breakwater.adapters.localnet.world.Docket.About;
import org.breakwater.adapters.localnet.world.Market.Policy;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;

/// Contracts that are emptied: one above every limit, decided by vote; one on which two readings disagree, with a
/// fraud; and a
/// recent one with two claims in dispute at the head.
final class HackLosses implements Strand {

    private final Props props;

    HackLosses(Props props) {
        this.props = props;
    }

    @Override
    public void begin() {
        var agenda = props.agenda();
        emptied("Anchorage Vaults", agenda.day(270, 2.1), this::aboveEveryLimit, 90_000, 205_000, 45_000);
        emptied("Mistral Yield", agenda.day(430, 17.7), this::disagreement, 66_000, 130_000);
        emptied("Tessera Perpetuals", props.head().minus(Duration.ofHours(290)), this::disputed, 180_000, 212_000);
    }

    /// Readings of the two days before, then the event.
    private void emptied(String name, Instant when, Props.Event event, long... dollars) {
        props.insuredAgainst(name, when, Duration.ofDays(60), Duration.ofDays(240), event, dollars);
        for (var hours : List.of(51, 33, 9)) {
            props.agenda().at(when.minus(Duration.ofHours(hours)), "Reading a vault", () -> read(props.subject(name)));
        }
    }

    private void read(Subject subject) throws ProblemException {
        props.stage().send(props.keeper(), tvl().call("commitObservation", subject.id(), new byte[0]));
    }

    /// The vault loses a part of what it holds; the second reading an hour later is what counts.
    private void lose(Subject subject, int bps, Act then) throws ProblemException {
        props.adapters().vault(subject).lose(bps);
        props.agenda().after(Duration.ofMinutes(6), "Seeing a fall", () -> read(subject));
        props.agenda().after(Duration.ofMinutes(75), "Seeing it again", then);
    }

    private void confirmed(long incident, Act then) {
        props.agenda().after(Duration.ofMinutes(24), "Confirming a fall", () -> {
            props.docket().confirm(props.keeper(), incident, tvl(), Bytes.EMPTY);
            then.play();
        });
    }

    private void aboveEveryLimit(Subject subject, List<Policy> insured) throws ProblemException {
        lose(subject, 6_150, () -> {
            var incident = props.docket().detect(props.watcher(), subject, tvl(), Bytes.EMPTY);
            props.suffers(subject, incident);
            confirmed(incident, () -> decidedByVote(subject, incident, insured));
        });
    }

    private void decidedByVote(Subject subject, long incident, List<Policy> insured) throws ProblemException {
        var caseId = props.escalated(subject, incident, "hack.trace");
        props.exhibit(props.watcher(), About.INCIDENT, incident, props.library().write("hack.trace", subject));
        props.agenda()
                .after(
                        Duration.ofHours(20),
                        "A post-mortem",
                        () -> props.exhibitOfCouncil(
                                About.INCIDENT, incident, props.library().write("hack.postmortem", subject)));
        for (var each : insured) {
            props.claimAll(each, incident, "hack.claim");
        }
        props.ballots().on(caseId, Mood.severity(8_100_000, 61));
        var moved = insured.get(1);
        props.upkeep().whenSettling(incident, () -> {
            var claim = props.stage()
                    .number(props.docket().claims().call("claimOf", incident, moved.id()))
                    .longValueExact();
            var cold = Outsiders.addressOf(moved.holder());
            props.stage().send(moved.holder(), props.docket().claims().call("setPayee", claim, cold));
        });
    }

    private void disagreement(Subject subject, List<Policy> insured) throws ProblemException {
        props.adapters().vault(subject).lose(4_500);
        var assertion = asserted(subject);
        props.agenda().after(Duration.ofMinutes(6), "Seeing a fall", () -> read(subject));
        props.agenda().after(Duration.ofHours(24).plusMinutes(9), "An assertion that held", () -> {
            var optimistic = props.adapters().contract(Adapters.OPTIMISTIC);
            var incident = props.docket().detect(props.watcher(), subject, optimistic, Props.numbered(assertion));
            props.suffers(subject, incident);
            props.stage().send(props.keeper(), optimistic.call("uphold", assertion));
            props.docket().confirm(props.keeper(), incident, tvl(), Bytes.EMPTY);
            twiceVoted(subject, incident, insured);
        });
    }

    private long asserted(Subject subject) throws ProblemException {
        var optimistic = props.adapters().contract(Adapters.OPTIMISTIC);
        var evidence = props.library().write("ambiguous.first", subject).hash();
        var occurred = props.agenda().now().minus(Duration.ofMinutes(1));
        return props.docket()
                .purse()
                .spend(
                        props.watcher(),
                        optimistic,
                        Setting.usdc(2_000),
                        optimistic.call("assertEvent", subject.id(), occurred, 7_000, evidence))
                .event(optimistic, "Asserted")
                .count("assertionId");
    }

    /// The first case has no quorum, the council lets its time pass, the second decides.
    private void twiceVoted(Subject subject, long incident, List<Policy> insured) throws ProblemException {
        var first = props.escalated(subject, incident, "ambiguous.second");
        props.exhibitOfCouncil(About.INCIDENT, incident, props.library().write("ambiguous.second", subject));
        props.claimAll(insured.get(0), incident, "hack.claim");
        props.ballots().on(first, new Mood(2_400_000, 10, 70, 20, 0, 45));
        var reopened = props.docket()
                .caseOf(first)
                .instant("closes")
                .plus(Duration.ofDays(5).plusHours(3));
        props.agenda().at(reopened, "Voting a second time", () -> {
            var second = props.docket().incident(incident).count("caseId");
            props.ballots().on(second, Mood.severity(5_300_000, 44));
        });
        props.upkeep()
                .whenSettling(
                        incident,
                        () -> props.agenda()
                                .after(
                                        Duration.ofDays(4),
                                        "Claiming for shares bought after the attack",
                                        () -> fraud(incident, insured.get(1))));
    }

    private void fraud(long incident, Policy insured) throws ProblemException {
        var claim = props.claim(insured, incident, props.docket().most(insured, incident), "fraud.claim");
        props.agenda().after(Duration.ofHours(11), "Flagging a fraud", () -> {
            var reason = props.library().write("fraud.flag");
            props.setting().council().execute(props.docket().claims().call("flagFraud", claim, reason.hash()));
            props.exhibitOfCouncil(About.CLAIM, claim, reason);
            props.upkeep().tendClaim(claim);
            // A case of fraud needs twice the quorum.
            props.ballots().on(props.caseOf(claim), new Mood(9_000_000, 7, 0, 91, 2, 0));
        });
    }

    /// At the head: one claim whose lead changed on its last day, one whose evidence is not what was handed in.
    private void disputed(Subject subject, List<Policy> insured) throws ProblemException {
        lose(subject, Math.max(1_050, props.automaticSeverity(subject, 3_190)), () -> {
            var incident = props.docket().detect(props.watcher(), subject, tvl(), Bytes.EMPTY);
            props.suffers(subject, incident);
            confirmed(incident, () -> props.upkeep().tend(incident));
            props.agenda()
                    .at(
                            props.head().minus(Duration.ofHours(153)),
                            "Claiming a whole position",
                            () -> flipped(incident, insured.get(0)));
            props.agenda()
                    .at(
                            props.head().minus(Duration.ofHours(86)),
                            "Claiming with altered evidence",
                            () -> altered(subject, incident, insured.get(1)));
        });
    }

    private void flipped(long incident, Policy insured) throws ProblemException {
        var claim = props.claimAll(insured, incident, "flip.claim");
        var caseId = props.caseOf(claim);
        props.ballots().flip(caseId, Duration.ofHours(6));
        props.agenda()
                .after(
                        Duration.ofHours(101),
                        "Evidence after the cut-off",
                        () -> props.exhibitOfCouncil(
                                About.CLAIM, claim, props.library().write("flip.late")));
    }

    private void altered(Subject subject, long incident, Policy insured) throws ProblemException {
        var content = props.library().writeAltered("mismatch.claim", "mismatch.claim.served");
        var claim = props.claim(insured, incident, Setting.usdc(insured.amount()), content);
        props.agenda()
                .after(
                        Duration.ofHours(19),
                        "More evidence",
                        () -> props.exhibitOfCouncil(
                                About.CLAIM, claim, props.library().write("mismatch.trace", subject)));
        props.ballots().on(props.caseOf(claim), Mood.payingPart(6_400_000, 40));
    }

    private Contract tvl() {
        return props.adapters().contract(Adapters.TVL);
    }
}
