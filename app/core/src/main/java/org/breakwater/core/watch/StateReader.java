package org.breakwater.core.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.breakwater.core.alert.Alert;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.alert.AlertNames;
import org.breakwater.core.alert.Alerts;
import org.breakwater.core.alert.Condition;
import org.breakwater.core.follow.Known;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.Deadline;
import org.breakwater.core.projection.view.PauseView;
import org.breakwater.core.projection.view.ProposalState;
import org.breakwater.core.protocol.ChangeState;
import org.breakwater.core.risk.MetricKind.Unit;
import org.breakwater.core.rule.FeedReading;
import org.breakwater.core.value.Address;
import org.breakwater.core.watch.AlertChange.Evidence;
import org.breakwater.core.watch.rule.Quantity;
import org.breakwater.core.watch.rule.Rule;

/// Finds what is so at a block.
final class StateReader {

    private static final long NEVER = (1L << 48) - 1;

    private final ProtocolView view;
    private final long now;
    private final AlertNames names;
    private final SubjectWords words;

    StateReader(Known known, AlertNames names) {
        this.view = known.view();
        this.now = known.time();
        this.names = names;
        this.words = new SubjectWords(names);
    }

    List<Finding> find(Rule.State rule) {
        var within = rule.within().toSeconds();
        return rule.state().condition().map(this::condition).orElseGet(() -> switch (rule.state()) {
            case FEED_AT_BOUNDS -> feeds(this::atBounds);
            case PRICE_NOT_POSITIVE -> feeds((feed, reading) -> notPositive(reading));
            case CHALLENGE_ENDING -> deadlines(Deadline.Kind.CHALLENGE_ENDS, within);
            case REVIEW_ENDING -> reviews(within);
            case REDEMPTION_ENDING -> deadlines(Deadline.Kind.REDEEM_BY, within);
            case CASE_CLOSING -> deadlines(Deadline.Kind.CASE_CLOSES, within);
            case PARAMETER_DUE -> changes(Long.MAX_VALUE);
            case PARAMETER_EXPIRING -> changes(within);
            case PROPOSAL_EXECUTABLE -> executable();
            case VOTE_ENDING -> votes(within);
            case EXIT_READY -> exits();
            case INTEGRATOR_LOW -> integrators(within);
            case PAUSE_ENDING -> pauses(within);
            case FEED_LATE,
                    PEG_LOST,
                    LIQUID_FLOOR,
                    COVERAGE,
                    VENUE_CAP,
                    VENUE_IMPAIRED,
                    COUNCIL_BUDGET,
                    PAUSE_BUDGET,
                    SOLVENCY,
                    PAYOUT_WINDOW,
                    REDEMPTION_WINDOW,
                    SUBJECT_LIMIT,
                    INCIDENT_OPEN,
                    PAUSE_RUNNING,
                    ATTESTATION_LATE,
                    INTEGRATOR_UNFUNDED -> throw new IllegalStateException(rule.state() + " has a condition");
        });
    }

    /// Several of one condition about the same subject are one, as bad as the worst of them.
    private List<Finding> condition(Condition condition) {
        var bySubject = new LinkedHashMap<Subject, Alert>();
        for (var alert : Alerts.of(view, names, condition)) {
            bySubject.merge(alert.about(), alert, StateReader::together);
        }
        return bySubject.values().stream()
                .map(alert -> new Finding(
                        alert.about(),
                        "",
                        words.of(alert.about(), view),
                        alert.sentence() + ". " + alert.detail(),
                        List.of(new Evidence("what is so", alert.sentence(), condition.source())),
                        Optional.of(alert.severity()),
                        true))
                .toList();
    }

    private static Alert together(Alert one, Alert other) {
        var worst = one.severity().compareTo(other.severity()) <= 0 ? one : other;
        return new Alert(
                worst.severity(),
                one.about(),
                one.sentence().equals(other.sentence()) ? one.sentence() : one.sentence() + "; " + other.sentence(),
                worst.detail());
    }

    private Finding finding(Subject about, String detail, Evidence... evidence) {
        return finding(about, "", detail, evidence);
    }

    private Finding finding(Subject about, String identity, String detail, Evidence... evidence) {
        return new Finding(about, identity, words.of(about, view), detail, List.of(evidence), Optional.empty(), true);
    }

    /// Each feed once, whatever it is read for.
    private List<Finding> feeds(BiFunction<Address, FeedReading, Optional<String>> wrong) {
        var found = new LinkedHashMap<Address, Finding>();
        for (var feed : view.feeds()) {
            view.outside()
                    .answer(feed.feed())
                    .flatMap(reading -> wrong.apply(feed.feed(), reading)
                            .map(why -> finding(
                                    new Subject.Feed(feed.feed()),
                                    why,
                                    new Evidence(
                                            "answer",
                                            reading.answer().toString(),
                                            "IPriceFeed.latestRoundData of " + feed.feed()))))
                    .ifPresent(finding -> found.put(feed.feed(), finding));
        }
        return List.copyOf(found.values());
    }

    private Optional<String> atBounds(Address feed, FeedReading reading) {
        return view.outside()
                .limits(feed)
                .filter(limits -> reading.answer().compareTo(limits.lowest()) <= 0
                        || reading.answer().compareTo(limits.highest()) >= 0)
                .map(limits -> "It answers " + reading.answer() + " and can answer " + limits.lowest() + " to "
                        + limits.highest() + " only: the market may be anywhere beyond");
    }

    private static Optional<String> notPositive(FeedReading reading) {
        return reading.answer().signum() > 0
                ? Optional.empty()
                : Optional.of("It answers " + reading.answer() + ", which is no price; nothing relies on it");
    }

    private List<Finding> reviews(long within) {
        var all = new ArrayList<>(deadlines(Deadline.Kind.INCIDENT_REVIEW_ENDS, within));
        all.addAll(deadlines(Deadline.Kind.CLAIM_REVIEW_ENDS, within));
        return all;
    }

    private List<Finding> deadlines(Deadline.Kind kind, long within) {
        return view.deadlines().stream()
                .filter(deadline -> deadline.kind() == kind && isNear(deadline.at(), within))
                .map(deadline -> due(subject(deadline), deadline.at(), "IClaimsLens.deadlines"))
                .toList();
    }

    private static Subject subject(Deadline deadline) {
        return switch (deadline.kind()) {
            case INCIDENT_LAPSES, CHALLENGE_ENDS, CLAIMS_END, INCIDENT_REVIEW_ENDS ->
                new Subject.Incident(deadline.id());
            case CLAIM_REVIEW_ENDS, CLAIM_PAYABLE, REDEEM_BY -> new Subject.Claim(deadline.id());
            case EVIDENCE_ENDS, CASE_CLOSES -> new Subject.Case(deadline.id());
        };
    }

    private boolean isNear(long at, long within) {
        return at >= now && at - now <= within;
    }

    private Finding due(Subject about, long at, String source) {
        var written = Instant.ofEpochSecond(at).toString();
        return finding(about, "It is at " + written, new Evidence("time", written, source));
    }

    private List<Finding> changes(long within) {
        return view.changes().stream()
                .filter(each -> each.change().state() == ChangeState.PENDING
                        && each.change().eta() <= now
                        && each.change().expiry() - now <= within)
                .map(each -> finding(
                        new Subject.ParameterChange(each.changeId()),
                        "It can be executed until "
                                + Instant.ofEpochSecond(each.change().expiry()),
                        new Evidence(
                                "expiry",
                                Instant.ofEpochSecond(each.change().expiry()).toString(),
                                "IParameterRegistry.change")))
                .toList();
    }

    private List<Finding> executable() {
        return view.governance().proposals().stream()
                .filter(each -> each.state() == ProposalState.QUEUED
                        && each.operation()
                                .filter(operation -> operation.readyAt() <= now)
                                .isPresent())
                .map(each -> finding(
                        new Subject.Proposal(each.proposal().created().proposalId()),
                        "Anybody can execute it",
                        new Evidence(
                                "ready since",
                                Instant.ofEpochSecond(
                                                each.operation().orElseThrow().readyAt())
                                        .toString(),
                                "TimelockController.getTimestamp")))
                .toList();
    }

    private List<Finding> votes(long within) {
        return view.governance().proposals().stream()
                .filter(each -> each.state() == ProposalState.ACTIVE
                        && isNear(each.proposal().deadline(), within))
                .map(each -> due(
                        new Subject.Proposal(each.proposal().created().proposalId()),
                        each.proposal().deadline(),
                        "IGovernor.proposalDeadline"))
                .toList();
    }

    private List<Finding> exits() {
        return view.exitNotices().stream()
                .filter(exit -> exit.readyAt() <= now)
                .map(exit -> finding(
                        new Subject.Venue(exit.venue()),
                        Quantity.write(exit.amount(), Unit.ASSETS) + " can be recalled",
                        new Evidence("amount", Quantity.write(exit.amount(), Unit.ASSETS), "IVenue.exitOf")))
                .toList();
    }

    private List<Finding> integrators(long within) {
        return view.integrators().stream()
                .filter(each -> each.state().active()
                        && each.accounts() > 0
                        && each.fundedUntil() != NEVER
                        && isNear(each.fundedUntil(), within))
                .map(each -> {
                    var until = Instant.ofEpochSecond(each.fundedUntil()).toString();
                    return finding(
                            new Subject.Integrator(each.integrator()),
                            "What it prepaid lasts until " + until + " for " + each.accounts() + " accounts",
                            new Evidence("funded until", until, Condition.INTEGRATOR_UNFUNDED.source()));
                })
                .toList();
    }

    private List<Finding> pauses(long within) {
        return view.pauses().stream()
                .filter(PauseView::active)
                .filter(each -> isNear(each.pause().until(), within))
                .map(each ->
                        due(new Subject.Pause(each.pauseId()), each.pause().until(), Condition.PAUSE_RUNNING.source()))
                .toList();
    }
}
