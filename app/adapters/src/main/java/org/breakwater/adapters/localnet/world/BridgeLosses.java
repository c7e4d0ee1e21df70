package org.breakwater.adapters.localnet.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.breakwater.adapters.localnet.world.Docket.About;
import org.breakwater.adapters.localnet.world.Market.Policy;
import org.breakwater.adapters.localnet.world.Reports.Finding;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;

/// Bridges whose backing is reported to be short: one that is, one whose report is wrong and is taken out of service,
/// and an
/// alarm at the head that nobody has confirmed yet.
final class BridgeLosses implements Strand {

    private static final long SUPPLY = 84_000_000;

    private final Props props;

    BridgeLosses(Props props) {
        this.props = props;
    }

    @Override
    public void begin() {
        var agenda = props.agenda();
        var ahead = Duration.ofDays(60);
        var term = Duration.ofDays(220);
        props.insuredAgainst("Causeway", agenda.day(330, 5.5), ahead, term, this::isShort, 100_000, 155_000);
        props.insuredAgainst(
                "Longspan",
                agenda.day(480, 9.8),
                ahead,
                term,
                (subject, insured) -> seemsShort(subject, insured.getFirst()),
                74_000);
        agenda.at(
                props.head().minus(Duration.ofMinutes(97)),
                "An alarm at the head",
                () -> alarm(props.subject("Ferryman"), 9_710, props.watcher()));
    }

    private void isShort(Subject subject, List<Policy> insured) throws ProblemException {
        var since = props.agenda().now().minus(Duration.ofMinutes(50));
        var backing = 10_000 - props.automaticSeverity(subject, 1_240);
        var incident = alarm(subject, backing, props.watcher());
        props.settleAutomatically(incident, insured);
        props.suffers(subject, incident);
        props.agenda().after(Duration.ofMinutes(150), "Measuring what is missing", () -> {
            props.docket().confirm(props.keeper(), incident, adapter(), report(subject, backing, since));
            props.upkeep()
                    .beforeSettling(
                            incident,
                            () -> props.stage()
                                    .send(
                                            props.keeper(),
                                            adapter()
                                                    .call(
                                                            "commitObservation",
                                                            subject.id(),
                                                            report(subject, backing, since))));
            props.upkeep().tend(incident);
        });
    }

    private void seemsShort(Subject subject, Policy insured) throws ProblemException {
        var incident = alarm(subject, 6_900, props.watcher());
        props.agenda().after(Duration.ofHours(3), "Taking the bridge reports out of service", () -> {
            quarantine(subject);
            props.stage().send(props.keeper(), props.docket().incidents().call("escalateQuarantined", incident));
            props.upkeep().tend(incident);
            discuss(subject, incident, insured);
        });
    }

    private void quarantine(Subject subject) throws ProblemException {
        var guardian = props.setting().protocol().contract("EmergencyGuardian");
        var reason = props.library().write("quarantine.bridge", subject).hash();
        props.setting().guardians().execute(guardian.call("quarantineAdapter", adapter(), reason));
        props.agenda()
                .after(
                        Duration.ofHours(30),
                        "Proposing to trust the bridge reports again",
                        () -> props.setting()
                                .dao()
                                .carry(
                                        "Restore the bridge adapter",
                                        props.library().words("restore.bridge").body(),
                                        List.of(guardian.call("restoreAdapter", adapter())),
                                        () -> {}));
    }

    private void discuss(Subject subject, long incident, Policy insured) throws ProblemException {
        props.claimAll(insured, incident, "bridge.alarm.claim");
        props.exhibitOfCouncil(About.INCIDENT, incident, props.library().write("bridge.alarm", subject));
        var caseId = props.docket().incident(incident).count("caseId");
        props.ballots().on(caseId, Mood.denying(6_200_000));
        props.agenda()
                .after(
                        Duration.ofHours(61),
                        "Late evidence",
                        () -> props.exhibit(
                                insured.holder(),
                                About.INCIDENT,
                                incident,
                                props.library().write("reject.evidence", subject)));
    }

    /// @param backing bps of the supply
    private long alarm(Subject subject, int backing, Person by) throws ProblemException {
        var since = props.agenda().now().minus(Duration.ofMinutes(50));
        return props.docket().detect(by, subject, adapter(), report(subject, backing, since));
    }

    private Bytes report(Subject subject, int backing, Instant since) throws ProblemException {
        var source = props.library().write("source.bridge", subject).hash();
        return props.adapters()
                .reports(Adapters.BRIDGE)
                .report(new Finding(
                        subject.id(),
                        0,
                        SUPPLY / 10_000 * backing,
                        SUPPLY,
                        since.getEpochSecond(),
                        props.agenda().now().minus(Duration.ofMinutes(3)).getEpochSecond(),
                        source));
    }

    private Contract adapter() {
        return props.adapters().contract(Adapters.BRIDGE);
    }
}
