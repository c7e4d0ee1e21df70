package org.breakwater.desktop.feature.claims;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.claims.HistoryEntry;
import org.breakwater.core.fact.IncidentFact;
import org.breakwater.core.fact.Observation;
import org.breakwater.core.follow.Known;
import org.breakwater.core.protocol.ClaimState;
import org.breakwater.core.protocol.IncidentState;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.rule.Solvency;
import org.breakwater.core.text.CheckedText;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.kit.AmountLabel;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.DeadlineChip;
import org.breakwater.desktop.kit.FactGrid;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.SeverityTag;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tag;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.Surroundings;

/// Parts that the screens of claims share.
final class Parts {

    private static final BigInteger TOKEN = BigInteger.TEN.pow(18);

    private Parts() {}

    /// From which block everything here is, and how old that is.
    static Node blockBadge(Surroundings around) {
        var badge = Words.caption("");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        badge.setGraphic(Icon.BLOCK.at(Icon.Size.TAG, Tone.MUTED));
        badge.getStyleClass().add("freshness");
        Shown.following(
                badge,
                around.known(),
                known -> block(known).ifPresent(block -> {
                    badge.setText("Block " + Numbers.count(block.number()) + ", " + Times.time(block.time()));
                    badge.setTooltip(new Tooltip(around.times().getValue().full(block.time())));
                }));
        return badge;
    }

    private static Optional<BlockRef> block(Loadable<Known> known) {
        return switch (known) {
            case Loadable.Ready<Known>(var _, var asOf) -> Optional.of(asOf);
            case Loadable.Stale<Known>(var _, var asOf, var _) -> Optional.of(asOf);
            case Loadable.Idle<Known> _, Loadable.Loading<Known> _, Loadable.Failed<Known> _ -> Optional.empty();
        };
    }

    /// The time left, with the time it ends as a tooltip.
    static Label deadline(Surroundings around, Instant at) {
        var chip = new DeadlineChip(around.now().map(now -> Duration.between(now, at)));
        chip.setTooltip(new Tooltip(around.times().getValue().full(at)));
        return chip;
    }

    static Label state(ClaimState state) {
        return switch (state) {
            case PAID -> quiet(Icon.PASSED, Tone.SUCCESS, Terms.of(state));
            case DENIED -> quiet(Icon.X_CIRCLE, Tone.MUTED, Terms.of(state));
            case EXPIRED, WITHDRAWN, NONE -> quiet(Icon.CIRCLE, Tone.MUTED, Terms.of(state));
            case IN_VOTE, ESCALATED, COUNCIL_REVIEW, PAYABLE -> new Tag(Tag.Look.ACCENT, Icon.DISC, Terms.of(state));
            case SUBMITTED, APPROVED, AUTO_APPROVED -> new Tag(Tag.Look.NEUTRAL, Icon.CLOCK, Terms.of(state));
        };
    }

    static Label state(IncidentState state) {
        return switch (state) {
            case CLOSED -> quiet(Icon.PASSED, Tone.SUCCESS, Terms.of(state));
            case REJECTED, LAPSED, NONE -> quiet(Icon.X_CIRCLE, Tone.MUTED, Terms.of(state));
            case ESCALATED, COUNCIL_REVIEW -> new Tag(Tag.Look.ACCENT, Icon.DISC, Terms.of(state));
            case DETECTED, CONFIRMED -> new Tag(Tag.Look.WARNING, Icon.ALERT, Terms.of(state));
            case SETTLING -> new Tag(Tag.Look.NEUTRAL, Icon.MONEY, Terms.of(state));
        };
    }

    private static Label quiet(Icon icon, Tone tone, String word) {
        var label = Words.muted(word);
        label.setGraphic(icon.at(Icon.Size.TAG, tone));
        return label;
    }

    /// A part of a column with its heading.
    static VBox section(Node heading, Node... parts) {
        var section = new VBox(heading);
        section.getChildren().addAll(parts);
        return Boxes.styled(section, "dossier-section");
    }

    /// A heading, and something at its right end.
    static Node heading(String words, Node... trailing) {
        var row = Boxes.row(8, Words.strong(words), Boxes.spacer());
        row.getChildren().addAll(trailing);
        return row;
    }

    /// Scrolls down when there is more than fits, never sideways.
    static ScrollPane scrolling(Node content) {
        var pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().add("edge-to-edge");
        return pane;
    }

    /// A sentence for a link that leads nowhere, with a way back.
    static Node notFound(String sentence, String back, Runnable go) {
        return Boxes.padded(
                new VBox(8, Words.section(sentence), Buttons.small(Buttons.plain(back, go))), 20, 20, 20, 20);
    }

    /// Whether a text is the one that the chain has the hash of.
    static SeverityTag textTag(CheckedText text) {
        return switch (text) {
            case CheckedText.Verified _ -> new SeverityTag(Severity.PASSED, "Verified");
            case CheckedText.Different _ -> new SeverityTag(Severity.HOLD, "Does not match");
            case CheckedText.Missing _ -> new SeverityTag(Severity.COULD_NOT_RUN, "Could not be had");
        };
    }

    /// Whether another text is served for a hash than the one that has it.
    static boolean differs(Surroundings around, Hash32 hash) {
        return CheckedText.of(around.texts(), hash) instanceof CheckedText.Different;
    }

    /// The line after which evidence counts as late.
    static Node cutOff(String words) {
        var label = Boxes.styled(Words.caption(words), "strong");
        label.setGraphic(Icon.SCISSORS.at(Icon.Size.TAG));
        label.setMinWidth(Region.USE_PREF_SIZE);
        var before = Boxes.styled(new Region(), "dashes");
        before.setMinWidth(22);
        var after = Boxes.growing(Boxes.styled(new Region(), "dashes"));
        return Boxes.padded(
                new VBox(Boxes.styled(Boxes.row(8, before, Tone.DEFAULT.on(label), after), "cut-off")), 10, 20, 0, 20);
    }

    /// A hash, whole, in two lines.
    static Label hash(Hash32 hash) {
        var hex = hash.toString();
        var half = hex.length() / 2 + 1;
        return Words.wrapped(Words.mono(hex.substring(0, half) + "\n  " + hex.substring(half)));
    }

    /// Words that end in an ellipsis, whole in the tooltip.
    static Label explained(String words) {
        var label = Words.body(words);
        label.setTooltip(new Tooltip(words));
        return label;
    }

    static AmountLabel amount(String id, BigInteger units, Rounding rounding) {
        var label = AmountLabel.of(SettlementAsset.amount(units), rounding);
        label.setId(id);
        return label;
    }

    static String date(long seconds) {
        return Times.date(Instant.ofEpochSecond(seconds));
    }

    /// Whole votes.
    static String votes(BigInteger weight) {
        return Numbers.count(weight.divide(TOKEN));
    }

    static String percent(int bps) {
        return Numbers.percent(BasisPoints.of(bps));
    }

    static String severity(int bps) {
        return bps == 0 ? "not known yet" : Numbers.percent(BasisPoints.of(bps));
    }

    static String solvency(long bps) {
        return bps == Solvency.UNBOUNDED ? "nothing insured" : Numbers.ratio(BasisPoints.of(bps));
    }

    /// What an adapter measured, beside what it is compared with.
    private static Node reading(
            Surroundings around, String name, Address adapter, Observation observation, long usedAt) {
        var unit = Unit.of(around.name(adapter));
        var grid = FactGrid.of(104).add("Measured", unit.write(observation.value()) + ", " + verdict(observation));
        if (observation.threshold().signum() != 0) {
            grid.add("Threshold", unit.write(observation.threshold()));
        }
        grid.add("Severity", severity(observation.severityBps()))
                .add("Age then", Times.duration(Duration.ofSeconds(usedAt - observation.observedAt())))
                .addWide("Adapter", around.chip(adapter));
        return new VBox(6, Boxes.row(8, Words.name(name)), grid);
    }

    /// The readings that opened, confirmed or contested an incident, oldest first.
    static List<Node> readings(Surroundings around, List<HistoryEntry> entries) {
        var nodes = new ArrayList<Node>();
        for (var entry : entries.reversed()) {
            var at = entry.fact().time();
            switch (entry.fact().fact()) {
                case IncidentFact.IncidentOpened opened ->
                    nodes.add(reading(around, "First reading", opened.adapter(), opened.observation(), at));
                case IncidentFact.IncidentConfirmed confirmed ->
                    nodes.add(reading(around, "Second reading", confirmed.adapter(), confirmed.observation(), at));
                case IncidentFact.IncidentContested contested ->
                    nodes.add(reading(around, "Contested", contested.adapter(), contested.observation(), at));
                default -> {}
            }
        }
        return nodes;
    }

    private static String verdict(Observation observation) {
        return ClaimWords.of(observation.verdict()).toLowerCase(Locale.ROOT);
    }

    /// In what an adapter measures.
    enum Unit {
        PRICE,
        TOKENS,
        SHARE,
        COUNT;

        static Unit of(String adapter) {
            return switch (adapter) {
                case "PriceDropAdapter", "DepegAdapter" -> PRICE;
                case "TvlDropAdapter" -> TOKENS;
                case "CustodyAdapter", "OptimisticAdapter" -> SHARE;
                default -> COUNT;
            };
        }

        String write(BigInteger value) {
            return switch (this) {
                case PRICE -> Numbers.price(new BigDecimal(value, 8)) + " USD";
                case TOKENS -> Numbers.price(new BigDecimal(value, 18)) + " a share";
                case SHARE -> Numbers.percent(new BasisPoints(value));
                case COUNT -> Numbers.count(value);
            };
        }
    }
}
