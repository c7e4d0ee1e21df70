package org.breakwater.adapters.localnet.world;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.breakwater.adapters.localnet.world.Docket.About;
import org.breakwater.adapters.localnet.world.Policies.Insured;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;

/// Prices that fall against the average of the day before: one paid without people but for a disputed amount, one that
/// is challenged; and an assertion that the council finds untrue.
final class PriceLosses implements Strand {

    private static final int POOL = 4;

    private final Props props;

    PriceLosses(Props props) {
        this.props = props;
    }

    @Override
    public void begin() {
        var agenda = props.agenda();
        agenda.at(agenda.day(214, 9), "Insuring a price", () -> {
            var subject = props.subject(POOL, 0);
            var insured = props.insure(subject, Duration.ofDays(180), 60_000, 82_000, 70_000);
            fallAt(subject, agenda.day(250, 13.3), () -> paidButOne(subject, insured));
        });
        agenda.at(agenda.day(574, 9), "Insuring another price", () -> {
            var subject = props.subject(POOL, 1);
            var insured = props.insure(subject, Duration.ofDays(180), 150_000, 290_000);
            fallAt(subject, agenda.day(610, 3.9), () -> challenged(subject, insured));
        });
        agenda.at(agenda.day(302, 11), "Asserting what did not happen", () -> untrue(props.subject(POOL, 2)));
    }

    /// Samples of the two days before, then the event.
    private void fallAt(Listed subject, Instant when, Act event) {
        for (var hours : List.of(54, 41, 29)) {
            props.agenda().at(when.minus(Duration.ofHours(hours)), "Sampling a price", () -> {
                var feeds = props.adapters().feeds(subject);
                feeds.answer(feeds.price8());
                props.stage()
                        .send(props.keeper(), adapter().call("commitObservation", subject.id(), new byte[0]));
            });
        }
        props.agenda().at(when, "A price falls", event);
    }

    /// @param bps of the price before
    private long fall(Listed subject, int bps) throws ProblemException {
        var feeds = props.adapters().feeds(subject);
        var before = feeds.price8();
        feeds.answer(before);
        feeds.answer(before - before / 10_000 * bps);
        var incident = props.docket().detect(props.watcher(), subject, adapter(), Bytes.EMPTY);
        props.upkeep().beforeSettling(incident, () -> feeds.answer(feeds.price8()));
        return incident;
    }

    private void confirmAfter(Listed subject, long incident, Act then) {
        props.agenda().after(Duration.ofMinutes(28), "Confirming a fallen price", () -> {
            var feeds = props.adapters().feeds(subject);
            feeds.answer(feeds.price8() + feeds.price8() / 500);
            props.docket().confirm(props.keeper(), incident, adapter(), Bytes.EMPTY);
            then.play();
        });
    }

    private void paidButOne(Listed subject, List<Insured> insured) throws ProblemException {
        var incident = fall(subject, Math.max(1_600, props.automaticSeverity(subject, 2_050)));
        props.settleAutomatically(incident, insured.subList(0, 2));
        confirmAfter(subject, incident, () -> props.upkeep().tend(incident));
        props.upkeep().whenSettling(incident, () -> props.agenda()
                .after(Duration.ofDays(3), "Claiming more than the price shows", () -> {
                    var disputed = insured.get(2);
                    var asked = Setting.usdc(36_000);
                    var claim = props.claim(disputed, incident, asked, "dispute.oracle");
                    props.ballots().on(props.docket().claim(claim).count("caseId"), Mood.denying(5_600_000));
                }));
    }

    private void challenged(Listed subject, List<Insured> insured) throws ProblemException {
        var incident = fall(subject, 2_700);
        confirmAfter(subject, incident, () -> {
            var caseId = props.escalated(incident, "pricedrop.challenge");
            props.exhibit(
                    props.watcher(),
                    About.INCIDENT,
                    incident,
                    props.library().write("pricedrop.evidence.challenger", subject));
            props.claim(insured.get(0), incident, insured.get(0).amount(), "pricedrop.evidence.holder");
            props.ballots().on(caseId, Mood.severity(6_900_000, 14));
            props.upkeep().whenSettling(incident, () -> props.agenda()
                    .after(Duration.ofDays(2), "Claiming more than was voted", () -> appealed(incident, insured.get(1))));
        });
    }

    /// Denied, appealed, and then granted in part.
    private void appealed(long incident, Insured insured) throws ProblemException {
        var asked = props.docket().most(insured, incident).multiply(BigInteger.TWO);
        var claim = props.claim(insured, incident, asked, "dispute.oracle");
        var first = props.docket().claim(claim).count("caseId");
        props.ballots().on(first, new Mood(5_100_000, 38, 0, 56, 6, 0));
        var closes = props.docket().caseOf(first).instant("closes");
        props.agenda().at(closes.plus(Duration.ofHours(9)), "Appealing", () -> {
            var evidence = props.library().write("pricedrop.evidence.holder", insured.holder());
            props.docket().appeal(insured, claim, evidence);
            props.upkeep().tendClaim(claim);
            props.ballots().on(props.docket().claim(claim).count("caseId"), Mood.payingPart(7_700_000, 60));
        });
    }

    private void untrue(Listed subject) throws ProblemException {
        var optimistic = props.adapters().contract(Adapters.OPTIMISTIC);
        var stranger = props.setting().one(Part.STRANGER);
        var evidence = props.library().write("assertion.migration", subject);
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
        props.agenda().after(Duration.ofHours(7), "Disputing an assertion", () -> props.docket()
                .purse()
                .spend(
                        props.watcher(),
                        optimistic,
                        bond,
                        optimistic.call("dispute", id, props.library().write("dispute.reason"))));
        props.agenda().after(Duration.ofDays(3), "Finding for the disputer", () -> props.setting()
                .council()
                .execute(optimistic.call("resolveDispute", id, false, props.library().write("council.refuted"))));
    }

    private Contract adapter() {
        return props.adapters().contract(Adapters.PRICE_DROP);
    }
}
