package org.breakwater.desktop.feature.policies;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.breakwater.core.fact.PolicyFact;
import org.breakwater.core.projection.view.ClaimView;
import org.breakwater.core.protocol.ClaimState;
import org.breakwater.core.protocol.CloseReason;
import org.breakwater.core.protocol.PolicyState;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.Hash32;
import org.breakwater.desktop.event.EventNames;
import org.breakwater.desktop.event.EventSentence;
import org.breakwater.desktop.kit.AmountLabel;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.QuotedWords;
import org.breakwater.desktop.kit.SideDetail;
import org.breakwater.desktop.kit.StateStepper;
import org.breakwater.desktop.kit.StateStepper.Progress;
import org.breakwater.desktop.kit.StateStepper.Step;
import org.breakwater.desktop.kit.Tag;
import org.breakwater.desktop.kit.Timeline;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.WindowBar;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.place.Surroundings;

/// One policy at the side: what it covers, where it stands, and all that happened to it.
final class PolicyDetail {

    private final Surroundings around;
    private final SideDetail pane;
    private final EventNames names;
    private final Runnable close;

    PolicyDetail(Surroundings around, SideDetail pane, EventNames names, Runnable close) {
        this.around = around;
        this.pane = pane;
        this.names = names;
        this.close = close;
    }

    void show(PolicyFacts facts) {
        pane.show(head(facts), sections(facts), acts(facts));
    }

    private SideDetail.Head head(PolicyFacts facts) {
        var policy = facts.view().policy();
        var id = facts.view().policyId();
        var verb = policy.closed() == CloseReason.NONE ? "Covers " : "Covered ";
        return new SideDetail.Head(
                Icon.FILE_TEXT,
                "Policy " + id + ", " + facts.pool().name(),
                verb + written(policy.amount()) + " on " + facts.subjectName() + " until "
                        + PolicyWords.date(policy.end()),
                "policy-" + id + "-title",
                close);
    }

    private List<Node> sections(PolicyFacts facts) {
        var sections = new ArrayList<Node>();
        sections.add(Boxes.padded(new VBox(stepper(facts)), 0, 5, 12, 5));
        sections.add(window(facts));
        sections.add(who(facts));
        sections.add(premium(facts));
        sections.add(terms(facts));
        sections.add(claims(facts));
        sections.add(events(facts));
        return sections;
    }

    private static StateStepper stepper(PolicyFacts facts) {
        var policy = facts.view().policy();
        var state = facts.view().state();
        var wait = Times.duration(Duration.ofSeconds(policy.start() - policy.boughtAt()));
        var steps = new ArrayList<Step>();
        steps.add(new Step("Bought", PolicyWords.date(policy.boughtAt()), Progress.DONE));
        steps.add(new Step(state == PolicyState.WAITING ? "Waits" : "Waited", wait, progress(state, 0)));
        steps.add(new Step("Active", PolicyWords.date(policy.start()), progress(state, 1)));
        steps.add(new Step(
                state == PolicyState.GRACE ? "Claims" : "Ends", PolicyWords.date(policy.end()), progress(state, 2)));
        steps.add(
                switch (state) {
                    case EXPIRED, CANCELLED, EXHAUSTED -> new Step(Terms.of(state), closedOn(facts), Progress.NOW);
                    case OVERDUE -> new Step("To close", PolicyWords.date(policy.graceEnd()), Progress.NOW);
                    case WAITING, ACTIVE, GRACE ->
                        new Step("Closes", PolicyWords.date(policy.graceEnd()), Progress.AHEAD);
                });
        return StateStepper.stacked(steps);
    }

    /// @param step 0 the waiting period, 1 active, 2 claims only
    private static Progress progress(PolicyState state, int step) {
        var at = switch (state) {
            case WAITING -> 0;
            case ACTIVE -> 1;
            case GRACE -> 2;
            case OVERDUE, EXPIRED, CANCELLED, EXHAUSTED -> 3;
        };
        return step < at ? Progress.DONE : step == at ? Progress.NOW : Progress.AHEAD;
    }

    private static String closedOn(PolicyFacts facts) {
        return facts.events().stream()
                .filter(event -> event.fact() instanceof PolicyFact.PolicyClosed)
                .findFirst()
                .map(event -> Times.date(event.block().time()))
                .orElse("");
    }

    private static Node window(PolicyFacts facts) {
        var policy = facts.view().policy();
        var window = PolicyWords.window(policy.boughtAt(), policy.start(), policy.end(), policy.graceEnd());
        return SideDetail.section(
                "Cover window",
                Words.secondary(left(facts)),
                WindowBar.inDetail(window, facts.time()),
                Boxes.row(
                        8,
                        Words.caption(PolicyWords.date(policy.boughtAt())),
                        Boxes.spacer(),
                        Words.caption("ends " + PolicyWords.date(policy.end()) + ", claims to "
                                + PolicyWords.date(policy.graceEnd()))));
    }

    private static String left(PolicyFacts facts) {
        var policy = facts.view().policy();
        var grace = Times.duration(Duration.ofSeconds(policy.graceEnd() - policy.end()));
        return switch (facts.view().state()) {
            case WAITING -> "active in " + until(facts, policy.start());
            case ACTIVE -> until(facts, policy.end()) + " left, then " + grace + " for claims";
            case GRACE -> until(facts, policy.graceEnd()) + " left for claims";
            case OVERDUE -> "over; anyone may close it";
            case EXPIRED, CANCELLED, EXHAUSTED -> "closed";
        };
    }

    private static String until(PolicyFacts facts, long at) {
        return Times.duration(Duration.between(facts.time(), Instant.ofEpochSecond(at)));
    }

    private Node who(PolicyFacts facts) {
        var policy = facts.view().policy();
        var score = facts.subject().scoreNow();
        var subject = new Link(
                facts.subjectName(),
                () -> around.router().go(new Place.Subject(facts.subject().subjectId())));
        var rows = new ArrayList<Node>();
        rows.add(SideDetail.fact(
                "Holder", identified("holder", facts, around.chip(facts.view().holder()))));
        rows.add(SideDetail.fact(
                "Subject",
                Boxes.row(
                        6,
                        subject,
                        Words.secondary(
                                Terms.of(facts.subject().subject().level()) + ", score " + Numbers.count(score)))));
        rows.add(SideDetail.fact(
                "Pool",
                new Link(
                        facts.pool().name(),
                        () -> around.router().go(new Place.Pool(facts.pool().poolId(), Place.PoolPart.POLICIES)))));
        rows.add(SideDetail.fact(
                "Cover",
                identified("amount", facts, AmountLabel.of(SettlementAsset.amount(policy.amount()), Rounding.DUE))));
        rows.add(SideDetail.fact(
                "Paid",
                identified("paid", facts, AmountLabel.of(SettlementAsset.amount(policy.paid()), Rounding.HELD))));
        if (policy.closed() == CloseReason.NONE) {
            var deductible = Numbers.percent(new BasisPoints(facts.deductibleBps()));
            rows.add(SideDetail.fact("At most", AmountLabel.of(SettlementAsset.amount(facts.atMost()), Rounding.DUE)));
            rows.add(SideDetail.fact("Deductible", Words.body(deductible + " of a loss, as in force")));
        }
        rows.add(SideDetail.fact(
                "Interest",
                policy.proofOfInterestHash().equals(Hash32.ZERO)
                        ? Words.body("no proof filed")
                        : mono(policy.proofOfInterestHash())));
        rows.add(SideDetail.fact(
                "Sold by",
                policy.distributor().isZero() ? Words.body("the protocol itself") : around.chip(policy.distributor())));
        return SideDetail.section(rows.toArray(Node[]::new));
    }

    private static Node premium(PolicyFacts facts) {
        var policy = facts.view().policy();
        var rate = Numbers.percent(BasisPoints.of(policy.rateBps())) + " a year, fixed at purchase";
        var section = SideDetail.section(
                "Premium",
                Words.secondary(rate),
                SideDetail.fact(
                        "Paid",
                        identified(
                                "premium",
                                facts,
                                AmountLabel.of(SettlementAsset.amount(policy.premium()), Rounding.HELD))));
        facts.sale().ifPresent(sale -> {
            section.getChildren().add(share("To the pool", sale.toPool()));
            section.getChildren().add(share("To treasury", sale.toTreasury()));
            if (sale.toDistributor().signum() > 0) {
                section.getChildren().add(share("To seller", sale.toDistributor()));
            }
        });
        return section;
    }

    private static Node share(String to, BigInteger units) {
        return SideDetail.fact(to, AmountLabel.of(SettlementAsset.amount(units), Rounding.HELD));
    }

    private static Node terms(PolicyFacts facts) {
        var version = facts.view().policy().termsVersion();
        var section = SideDetail.section(
                "Terms, version " + version + ", pinned", facts.wording().isPresent() ? matches() : notAtHand());
        facts.wording().ifPresent(text -> section.getChildren().add(new QuotedWords(text)));
        facts.terms().ifPresent(terms -> {
            section.getChildren().add(SideDetail.fact("Hash", mono(terms.wordingHash())));
            section.getChildren()
                    .add(SideDetail.fact("Exclusions", Words.body(terms.exclusions() + " of the wording's catalogue")));
        });
        facts.exclusions().ifPresent(text -> section.getChildren().add(new QuotedWords(text)));
        section.getChildren()
                .add(SideDetail.fact("Subject's", mono(facts.subject().subject().exclusionsHash())));
        return section;
    }

    private static Label matches() {
        var words = Tone.SUCCESS.on(Words.secondary("hash matches"));
        words.setGraphic(Icon.CHECK.at(Icon.Size.TAG, Tone.SUCCESS));
        return words;
    }

    private static Label notAtHand() {
        var words = Words.secondary("text is not at hand");
        words.setGraphic(Icon.QUESTION.at(Icon.Size.TAG, Tone.MUTED));
        return words;
    }

    private Node claims(PolicyFacts facts) {
        var count = Words.secondary(
                facts.claims().isEmpty() ? "none" : Numbers.count(facts.claims().size()));
        var section = SideDetail.section("Claims", count);
        facts.claims().stream().map(this::claim).forEach(section.getChildren()::add);
        return section;
    }

    private Node claim(ClaimView view) {
        var claim = view.claim();
        var look = claim.state() == ClaimState.DENIED || claim.state() == ClaimState.EXPIRED
                ? Tag.Look.NEUTRAL
                : Tag.Look.ACCENT;
        return new VBox(
                2,
                Boxes.row(
                        8,
                        new Link(
                                "Claim " + view.claimId(), () -> around.router().go(new Place.Claim(view.claimId()))),
                        new Link(
                                "incident " + claim.incidentId(),
                                () -> around.router().go(new Place.Incident(claim.incidentId()))),
                        Boxes.spacer(),
                        new Tag(look, Icon.CLAIM, Terms.of(claim.state()))),
                Words.secondary(written(claim.paid()) + " paid of " + written(claim.requested())));
    }

    private Node events(PolicyFacts facts) {
        var sentence = new EventSentence(names);
        var events = facts.events().stream()
                .map(event -> new Timeline.Event(
                        Icon.BLOCK,
                        Tone.MUTED,
                        sentence.of(event),
                        "block " + Numbers.count(event.block().number()),
                        Times.date(event.block().time())))
                .toList();
        return SideDetail.section(
                "Events",
                Words.secondary(events.isEmpty() ? "none in the log" : Numbers.count(events.size())),
                new Timeline(events, Optional.empty()));
    }

    private List<Node> acts(PolicyFacts facts) {
        var acts = new ArrayList<Node>();
        facts.claims().stream()
                .findFirst()
                .ifPresent(claim -> acts.add(Buttons.plain(
                        "Open claim " + claim.claimId(), () -> around.router().go(new Place.Claim(claim.claimId())))));
        acts.add(Buttons.plain(
                "Open the subject",
                () -> around.router().go(new Place.Subject(facts.subject().subjectId()))));
        return acts;
    }

    private static <N extends Node> N identified(String what, PolicyFacts facts, N node) {
        node.setId("policy-" + facts.view().policyId() + "-" + what);
        return node;
    }

    private static Label mono(Hash32 hash) {
        var text = hash.toString();
        var label = Words.mono(text.substring(0, 10) + "…" + text.substring(text.length() - 8));
        label.setTooltip(new Tooltip(text));
        return label;
    }

    private static String written(BigInteger units) {
        return Numbers.amountWithUnit(SettlementAsset.amount(units), Rounding.DUE);
    }
}
