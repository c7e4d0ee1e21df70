package org.breakwater.desktop.feature.proposals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breakwater.core.call.OpenSettings;
import org.breakwater.core.call.OpenSettings.Clash;
import org.breakwater.core.call.OpenSettings.Origin;
import org.breakwater.core.follow.Known;
import org.breakwater.core.rule.ParameterConsistency;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.l10n.ParameterWords;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.wording.CallSentences;
import org.breakwater.desktop.wording.Finding;

/// What a proposal or a change is read against: all that is known, and everything else that is open.
record ProposalContext(CallSentences sentences, Known known, OpenSettings open, TextLibrary texts) {

    List<Finding> clashes(Origin origin) {
        return open.clashes(origin, known.view()).stream().map(this::clash).toList();
    }

    private Finding clash(Clash clash) {
        var other = clash.other();
        var setting = other.setting();
        var what = ParameterWords.noun(setting.key(), setting.scope(), sentences.name()) + " to "
                + ParameterWords.value(setting.key(), CallSentences.unit(setting.key(), known), setting.value());
        var who = number(other.origin());
        return new Finding(
                Severity.HOLD,
                "Clashes with " + who.toLowerCase(Locale.ROOT) + ", which sets " + what,
                "Each is legal alone. Together they break "
                        + ParameterWords.rule(clash.violation().rule())
                        + ". Whichever is executed first, the registry refuses the other.",
                Optional.of(new Finding.Lead(
                        "Show " + who.toLowerCase(Locale.ROOT),
                        Selection.of(other.origin()).place())));
    }

    private String number(Origin origin) {
        return switch (origin) {
            case Origin.OfChange(var id) -> "Change " + id;
            case Origin.OfProposal(var id) -> {
                var proposals = known.view().governance().proposals();
                for (int i = 0; i < proposals.size(); i++) {
                    if (proposals.get(i).proposal().created().proposalId().equals(id)) {
                        yield "Proposal " + (i + 1);
                    }
                }
                throw new IllegalStateException("there is no proposal " + id);
            }
        };
    }

    static Finding rules(boolean clashes) {
        return clashes
                ? Finding.of(
                        Severity.NOTE,
                        "Alone it breaks none of the " + ParameterConsistency.RULES.size() + " consistency rules",
                        "Checked here against the values in force")
                : Finding.of(
                        Severity.PASSED,
                        "All " + ParameterConsistency.RULES.size() + " consistency rules hold after the change",
                        "Checked here against the values in force, and against everything else that is open");
    }

    static Instant at(long seconds) {
        return Instant.ofEpochSecond(seconds);
    }

    String left(long until) {
        return Times.duration(Duration.between(known.block().time(), at(until)));
    }
}
