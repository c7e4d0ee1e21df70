package org.breakwater.core.review.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.governor.ProposalActions;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.check.CheckResult.NotApplicable;
import org.breakwater.core.review.check.OtherProposals.Other;
import org.breakwater.core.review.check.ProposalRules.Proposed;

/// Proposals that people take for one another: the same words over other actions, and the same actions as were voted
/// down before.
record ProposalTwins(Scene scene, Proposed proposed) {

    /// Of all words of two texts, how many they must share to be taken for one another, percent.
    private static final int ALIKE = 80;

    private static final int FEWEST_WORDS = 4;

    CheckResult look() throws ProblemException {
        var others = OtherProposals.of(scene, proposed.dao().governor()).stream()
                .filter(other -> !other.id().equals(proposed.id()))
                .toList();
        if (others.isEmpty()) {
            return new NotApplicable("There is no other proposal to take it for.");
        }
        var findings = new Findings();
        for (var other : others) {
            judge(other, findings);
        }
        return findings.orPassed("None of the " + others.size() + " newest proposals looks like it.");
    }

    private void judge(Other other, Findings findings) throws ProblemException {
        var ours = proposed.actions();
        if (isSame(ours, other.actions())) {
            var state = Asked.number(
                    scene.chain(), proposed.dao().governor(), "state(uint256)", new AbiValue.Whole(other.id()));
            if (state.equals(OtherProposals.DEFEATED)) {
                findings.warn("The same actions were voted down before, as " + other.title() + ".");
            } else {
                findings.note("The same actions are those of " + other.title() + ".");
            }
        } else if (ours.description().equals(other.actions().description())) {
            findings.hold("The proposal " + other.title() + " has the very same text and other actions: read what this"
                    + " one does.");
        } else if (looksLike(scene.kept().texts().text(other.actions().description()))) {
            findings.warn("The proposal " + other.title() + " has almost the same text and other actions: read what"
                    + " this one does.");
        }
    }

    private static boolean isSame(ProposalActions ours, ProposalActions theirs) {
        return ours.targets().equals(theirs.targets())
                && ours.values().equals(theirs.values())
                && ours.calldatas().equals(theirs.calldatas());
    }

    private boolean looksLike(Optional<String> other) {
        if (other.isEmpty() || proposed.text().isEmpty()) {
            return false;
        }
        var ours = words(proposed.text().get());
        var theirs = words(other.get());
        if (ours.size() < FEWEST_WORDS || theirs.size() < FEWEST_WORDS) {
            return ours.equals(theirs);
        }
        var shared = ours.stream().filter(theirs::contains).count();
        return shared * 100 >= (ours.size() + theirs.size() - shared) * (long) ALIKE;
    }

    /// Letters alone: numbers are what look-alikes differ in.
    private static Set<String> words(String text) {
        var searched = text.length() <= Prose.MOST ? text : text.substring(0, Prose.MOST);
        return Arrays.stream(searched.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
