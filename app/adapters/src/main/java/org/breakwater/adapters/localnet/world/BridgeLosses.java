package org.breakwater.adapters.localnet.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.breakwater.adapters.localnet.world.Docket.About;
import org.breakwater.adapters.localnet.world.Policies.Insured;
import org.breakwater.adapters.localnet.world.Reports.Finding;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;

/// Bridges whose backing is reported to be short: one that is, one whose report is wrong and is taken out of service, and an
/// alarm at the head that nobody has confirmed yet.
final class BridgeLosses implements Strand {

    private static final int POOL = 2;
    private static final long SUPPLY = 84_000_000;

    private final Props props;

    BridgeLosses(Props props) {
        this.props = props;
    }

    @Override
    public void begin() {
        var agenda = props.agenda();
        agenda.at(agenda.day(296, 10), "Insuring a bridge", () -> {
            var subject = props.subject(POOL, 0);
            var insured = props.insure(subject, Duration.ofDays(200), 100_000, 155_000);
            agenda.at(agenda.day(330, 5.5), "A bridge is short", () -> isShort(subject, insured));
        });
        agenda.at(agenda.day(452, 10), "Insuring another bridge", () -> {
            var subject = props.subject(POOL, 1);
            var insured = props.insure(subject, Duration.ofDays(200), 74_000).getFirst();
            agenda.at(agenda.day(480, 9.8), "A bridge seems short", () -> seemsShort(subject, insured));
        });
        agenda.at(
                props.head().minus(Duration.ofMinutes(97)),
                "An alarm at the head",
                () -> alarm(props.subject(POOL, 2), 9_710, props.watcher()));
    }

    private void isShort(Listed subject, List<Insured> insured) throws ProblemException {
        var since = props.agenda().now().minus(Duration.ofMinutes(50));
        var backing = 10_000 - props.automaticSeverity(subject, 1_240);
        var incident = alarm(subject, backing, props.watcher());
        props.settleAutomatically(incident, insured);
        props.agenda().after(Duration.ofMinutes(150), "Measuring what is missing", () -> {
            props.docket().confirm(props.keeper(), incident, adapter(), report(subject, backing, since));
            props.upkeep().beforeSettling(incident, () -> props.stage()
                    .send(
                            props.keeper(),
                            adapter().call("commitObservation", subject.id(), report(subject, backing, since))));
            props.upkeep().tend(incident);
        });
    }

    private void seemsShort(Listed subject, Insured insured) throws ProblemException {
        var incident = alarm(subject, 6_900, props.watcher());
        props.agenda().after(Duration.ofHours(3), "Taking the bridge reports out of service", () -> {
            quarantine();
            props.stage().send(props.keeper(), props.docket().incidents().call("escalateQuarantined", incident));
            props.upkeep().tend(incident);
            discuss(subject, incident, insured);
        });
    }

    private void quarantine() throws ProblemException {
        var guardian = props.setting().protocol().contract("EmergencyGuardian");
        var reason = props.library().write("quarantine.bridge");
        props.setting().guardians().execute(guardian.call("quarantineAdapter", adapter(), reason));
        props.agenda().after(Duration.ofHours(30), "Proposing to trust the bridge reports again", () -> props.setting()
                .dao()
                .carry(
                        "Restore the bridge adapter",
                        props.library().words("restore.bridge", props.subject(POOL, 1)),
                        List.of(guardian.call("restoreAdapter", adapter())),
                        () -> {}));
    }

    private void discuss(Listed subject, long incident, Insured insured) throws ProblemException {
        props.claim(insured, incident, insured.amount(), "bridge.alarm.claim");
        props.exhibitOfCouncil(About.INCIDENT, incident, props.library().write("bridge.alarm", subject));
        var caseId = props.docket().incident(incident).count("caseId");
        props.ballots().on(caseId, Mood.denying(6_200_000));
        props.agenda().after(Duration.ofHours(61), "Late evidence", () -> props.exhibit(
                insured.holder(),
                About.INCIDENT,
                incident,
                props.library().write("reject.evidence", subject)));
    }

    /// @param backing bps of the supply
    private long alarm(Listed subject, int backing, Person by) throws ProblemException {
        var since = props.agenda().now().minus(Duration.ofMinutes(50));
        return props.docket().detect(by, subject, adapter(), report(subject, backing, since));
    }

    private Bytes report(Listed subject, int backing, Instant since) throws ProblemException {
        var source = props.library().write("source.bridge", subject);
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
