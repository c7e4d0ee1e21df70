package org.breakwater.adapters.localnet.world;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.breakwater.adapters.localnet.world.Docket.About;
import org.breakwater.adapters.localnet.world.Market.Policy;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;

/// Prices that fall against the average of the day before: one paid without people but for a disputed amount, one that
/// is challenged; and an assertion that the council finds untrue.
final class PriceLosses implements Strand {

    private final Props props;

    PriceLosses(Props props) {
        this.props = props;
    }

    @Override
    public void begin() {
        var agenda = props.agenda();
        fall("Beacon Oracle Markets", agenda.day(250, 13.3), this::paidButOne, 60_000, 82_000, 70_000);
        fall("Plumb Line Feeds", agenda.day(610, 3.9), this::challenged, 150_000, 290_000);
        agenda.at(agenda.day(302, 11), "Asserting what did not happen", () -> untrue(props.subject("Shoal Liquidity")));
    }

    /// Samples of the two days before, then the event.
    private void fall(String name, Instant when, Props.Event event, long... dollars) {
        props.insuredAgainst(name, when, Duration.ofDays(55), Duration.ofDays(200), event, dollars);
        for (var hours : List.of(54, 41, 29)) {
            props.agenda().at(when.minus(Duration.ofHours(hours)), "Sampling a price", () -> {
                var subject = props.subject(name);
                var feeds = props.adapters().feeds(subject);
                feeds.answer(feeds.price8());
                props.stage().send(props.keeper(), adapter().call("commitObservation", subject.id(), new byte[0]));
            });
        }
    }

    /// @param bps of the price before
    private long fall(Subject subject, int bps) throws ProblemException {
        var feeds = props.adapters().feeds(subject);
        var before = feeds.price8();
        feeds.answer(before);
        feeds.answer(before - before / 10_000 * bps);
        var incident = props.docket().detect(props.watcher(), subject, adapter(), Bytes.EMPTY);
        props.upkeep().beforeSettling(incident, () -> feeds.answer(feeds.price8()));
        props.suffers(subject, incident);
        return incident;
    }

    private void confirmAfter(Subject subject, long incident, Act then) {
        props.agenda().after(Duration.ofMinutes(28), "Confirming a fallen price", () -> {
            var feeds = props.adapters().feeds(subject);
            feeds.answer(feeds.price8() + feeds.price8() / 500);
            props.docket().confirm(props.keeper(), incident, adapter(), Bytes.EMPTY);
            then.play();
        });
    }

    private void paidButOne(Subject subject, List<Policy> insured) throws ProblemException {
        var incident = fall(subject, Math.max(1_600, props.automaticSeverity(subject, 2_050)));
        props.settleAutomatically(incident, insured.subList(0, 2));
        confirmAfter(subject, incident, () -> props.upkeep().tend(incident));
        props.upkeep()
                .whenSettling(
                        incident,
                        () -> props.agenda().after(Duration.ofDays(3), "Claiming more than the price shows", () -> {
                            var disputed = insured.get(2);
                            var asked = Setting.usdc(36_000);
                            var claim = props.claim(disputed, incident, asked, "dispute.oracle");
                            props.ballots().on(props.caseOf(claim), Mood.denying(5_600_000));
                        }));
    }

    private void challenged(Subject subject, List<Policy> insured) throws ProblemException {
        var incident = fall(subject, 2_700);
        confirmAfter(subject, incident, () -> {
            var caseId = props.escalated(subject, incident, "pricedrop.challenge");
            props.exhibit(
                    props.watcher(),
                    About.INCIDENT,
                    incident,
                    props.library().write("pricedrop.evidence.challenger", subject));
            props.claimAll(insured.get(0), incident, "pricedrop.evidence.holder");
            props.ballots().on(caseId, Mood.severity(6_900_000, 14));
            props.upkeep()
                    .whenSettling(
                            incident,
                            () -> props.agenda()
                                    .after(
                                            Duration.ofDays(2),
                                            "Claiming more than was voted",
                                            () -> appealed(incident, insured.get(1))));
        });
    }

    /// Denied, appealed, and then granted in part.
    private void appealed(long incident, Policy insured) throws ProblemException {
        var asked = props.docket().most(insured, incident).multiply(BigInteger.TWO);
        var claim = props.claim(insured, incident, asked, "dispute.oracle");
        var first = props.caseOf(claim);
        props.ballots().on(first, new Mood(5_100_000, 38, 0, 56, 6, 0));
        var closes = props.docket().caseOf(first).instant("closes");
        props.agenda().at(closes.plus(Duration.ofHours(9)), "Appealing", () -> {
            var evidence = props.library().write("pricedrop.evidence.holder", insured.holder());
            props.docket().appeal(insured, claim, evidence.hash());
            props.upkeep().tendClaim(claim);
            props.ballots().on(props.caseOf(claim), Mood.payingPart(7_700_000, 60));
        });
    }

    private void untrue(Subject subject) throws ProblemException {
        var optimistic = props.adapters().contract(Adapters.OPTIMISTIC);
        var stranger = props.setting().one(Part.STRANGER);
        var evidence = props.library().write("assertion.migration", subject).hash();
        var bond = Setting.usdc(2_000);
        var occurred = props.agenda().now().minus(Duration.ofHours(4));
        var id = props.docket()
                .purse()
                .spend(
                        stranger,
                        optimistic,
                        bond,
                        optimistic.call("assertEvent", subject.id(), occurred, 9_000, evidence))
                .event(optimistic, "Asserted")
                .count("assertionId");
        props.agenda()
                .after(
                        Duration.ofHours(7),
                        "Disputing an assertion",
                        () -> props.docket()
                                .purse()
                                .spend(
                                        props.watcher(),
                                        optimistic,
                                        bond,
                                        optimistic.call(
                                                "dispute",
                                                id,
                                                props.library()
                                                        .write("dispute.reason")
                                                        .hash())));
        props.agenda()
                .after(
                        Duration.ofDays(3),
                        "Finding for the disputer",
                        () -> props.setting()
                                .council()
                                .execute(optimistic.call(
                                        "resolveDispute",
                                        id,
                                        false,
                                        props.library().write("council.refuted").hash())));
    }

    private Contract adapter() {
        return props.adapters().contract(Adapters.PRICE_DROP);
    }
}
