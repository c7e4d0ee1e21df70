package org.breakwater.desktop.feature.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javafx.scene.control.Label;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.protocol.SubjectStatus;
import org.breakwater.desktop.feature.registry.RegistryRow.Of;
import org.breakwater.desktop.feature.registry.RegistryRow.Rule;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Tag;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.l10n.Times;

/// How the registry's terms are written and drawn.
final class RegistryWords {

    private RegistryWords() {}

    static Icon icon(RiskKind kind) {
        return switch (kind) {
            case SMART_CONTRACT -> Icon.FILE_TEXT;
            case BRIDGE -> Icon.BRANCH;
            case CUSTODY -> Icon.LOCK;
            case ORACLE_LIQUIDITY -> Icon.ACTIVITY;
            case STABLECOIN_DEPEG -> Icon.DISC;
            case PARAMETRIC -> Icon.SLIDERS;
        };
    }

    static Icon icon(Of of) {
        return switch (of) {
            case CHAIN -> Icon.BLOCK;
            case ORACLE -> Icon.ACTIVITY;
            case BRIDGE -> Icon.BRANCH;
            case CUSTODIAN -> Icon.LOCK;
            case CODE -> Icon.FILE;
        };
    }

    static String of(Of of) {
        return of.name().toLowerCase(Locale.ROOT);
    }

    /// The status as icon and word.
    static Label status(SubjectStatus status) {
        var word = Terms.of(status);
        return switch (status) {
            case LISTED -> {
                var label = Words.muted(word);
                label.setGraphic(Icon.CHECK.at(Icon.Size.TAG, Tone.MUTED));
                yield label;
            }
            case NONE, CANDIDATE -> new Tag(Tag.Look.NEUTRAL, Icon.CIRCLE, word);
            case SUSPENDED -> new Tag(Tag.Look.DANGER, Icon.PROHIBITED, word);
            case RUN_OFF -> new Tag(Tag.Look.HOLD, Icon.CLOCK, word);
            case DELISTED -> new Tag(Tag.Look.DASHED, Icon.X, word);
        };
    }

    /// The level as a word; what is not insured stands out with an icon.
    static Label level(RiskLevel level) {
        return switch (level) {
            case CRITICAL -> {
                var label = Tone.DANGER.on(Words.name(Terms.of(level)));
                label.setGraphic(Icon.PROBLEM.at(Icon.Size.TAG, Tone.DANGER));
                yield label;
            }
            case UNRATED -> Words.muted(Terms.of(level));
            case LOW, GUARDED, ELEVATED, HIGH -> Words.body(Terms.of(level));
        };
    }

    static String age(RegistryRow row) {
        return row.age().map(RegistryWords::rough).orElse(Numbers.MISSING);
    }

    /// The largest unit alone, for columns.
    private static String rough(Duration age) {
        var words = Times.duration(age);
        var parts = words.split("\u00A0", -1);
        return parts.length < 2 ? words : parts[0] + "\u00A0" + parts[1];
    }

    static String rules(RegistryRow row) {
        return row.rules().isEmpty() ? "none" : row.rules().size() + " failed";
    }

    /// What the subject comes to, one sentence.
    static String sentence(RegistryRow row) {
        return row.name() + ": " + state(row);
    }

    private static String state(RegistryRow row) {
        var failed = row.rules().stream().map(RegistryRow.FailedRule::rule).toList();
        if (failed.contains(Rule.UPGRADE)) {
            return "one key can upgrade it";
        }
        return switch (row.subject().subject().status()) {
            case SUSPENDED -> "sales are suspended";
            case RUN_OFF -> "its policies run off";
            case DELISTED -> "not insured any more";
            case NONE, CANDIDATE -> "not listed yet";
            case LISTED -> {
                if (failed.contains(Rule.LEVEL)) {
                    yield "critical, anyone can suspend it";
                }
                yield failed.isEmpty()
                        ? "can be insured"
                        : "listed, " + failed.size() + (failed.size() == 1 ? " rule fails" : " rules fail");
            }
        };
    }

    static String since(long seconds) {
        return seconds == 0 ? Numbers.MISSING : Times.date(Instant.ofEpochSecond(seconds));
    }
}
