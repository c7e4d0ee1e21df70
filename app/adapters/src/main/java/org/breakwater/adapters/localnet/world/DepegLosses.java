package org.breakwater.adapters.localnet.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.breakwater.adapters.localnet.world.Docket.About;
import org.breakwater.adapters.localnet.world.Market.Policy;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;

/// Stablecoins that fall: one that stays down, one that is back within its day, one that stays down and leaves a claim
/// that nobody votes on and the council denies.
final class DepegLosses implements Strand {

    private static final long TRIGGERED = 99_200_000;
    private static final long BACK = 99_960_000;

    private final Props props;

    DepegLosses(Props props) {
        this.props = props;
    }

    @Override
    public void begin() {
        var agenda = props.agenda();
        props.insuredAgainst(
                "Basin Dollar",
                agenda.day(180, 7.2),
                Duration.ofDays(50),
                Duration.ofDays(150),
                (subject, insured) -> stayDown(subject, 93_400_000, insured),
                120_000,
                84_000,
                150_000);
        agenda.at(agenda.day(395, 15.6), "A coin falls for an evening", () -> comeBack(props.subject("Crown Dollar")));
        props.insuredAgainst(
                "Harbor Dollar",
                agenda.day(560, 21.4),
                Duration.ofDays(60),
                Duration.ofDays(180),
                (subject, insured) -> {
                    var incident = stayDown(subject, 87_900_000, insured.subList(0, 2));
                    agenda.after(
                            Duration.ofDays(5),
                            "Claiming above the limit",
                            () -> aboveLimit(subject, incident, insured.get(2)));
                },
                95_000,
                60_000,
                350_000);
    }

    /// @param final8 price in force at the end of the coin's day
    private long stayDown(Subject subject, long final8, List<Policy> insured) throws ProblemException {
        var feeds = props.adapters().feeds(subject);
        var fallen = fall(subject);
        var incident = props.docket().detect(props.watcher(), subject, adapter(), Bytes.EMPTY);
        props.settleAutomatically(incident, insured);
        props.suffers(subject, incident);
        props.upkeep().beforeSettling(incident, () -> feeds.answer(final8 + 300_000));
        answer(subject, fallen.plus(Duration.ofHours(9)), final8 + 1_500_000);
        answer(subject, fallen.plus(Duration.ofHours(23)), final8);
        props.agenda().at(fallen.plus(Duration.ofHours(24).plusMinutes(12)), "Confirming a lost peg", () -> {
            var inForce = feeds.round();
            feeds.answer(final8 + 200_000);
            props.docket().confirm(props.keeper(), incident, adapter(), Props.numbered(inForce));
            props.upkeep().tend(incident);
        });
        answer(subject, fallen.plus(Duration.ofDays(4)), BACK);
        return incident;
    }

    private void comeBack(Subject subject) throws ProblemException {
        var fallen = fall(subject);
        var incident = props.docket().detect(props.watcher(), subject, adapter(), Bytes.EMPTY);
        props.upkeep().tend(incident);
        answer(subject, fallen.plus(Duration.ofHours(6)), BACK);
        props.agenda()
                .at(
                        fallen.plus(Duration.ofHours(6).plusMinutes(10)),
                        "Seeing the peg back",
                        () -> props.stage()
                                .send(props.keeper(), adapter().call("commitObservation", subject.id(), new byte[0])));
    }

    private Instant fall(Subject subject) throws ProblemException {
        var feeds = props.adapters().feeds(subject);
        feeds.answer(BACK);
        feeds.answer(TRIGGERED);
        return props.agenda().now();
    }

    private void answer(Subject subject, Instant when, long price8) {
        props.agenda()
                .at(
                        when,
                        "A coin's price",
                        () -> props.adapters().feeds(subject).answer(price8));
    }

    private void aboveLimit(Subject subject, long incident, Policy insured) throws ProblemException {
        var claim = props.claim(insured, incident, props.docket().most(insured, incident), "overlimit.claim");
        var caseId = props.caseOf(claim);
        props.exhibitOfCouncil(About.CLAIM, claim, props.library().write("depeg.evidence", subject));
        props.ballots().on(caseId, new Mood(2_700_000, 58, 0, 36, 6, 0));
        var closes = props.docket().caseOf(caseId).instant("closes");
        props.agenda().at(closes.plus(Duration.ofHours(50)), "The council denies a claim", () -> {
            var reason = props.library().write("council.deny").hash();
            props.setting().council().execute(props.docket().claims().call("councilDecide", claim, false, 0, reason));
            props.upkeep().tendClaim(claim);
        });
    }

    private Contract adapter() {
        return props.adapters().contract(Adapters.DEPEG);
    }
}
