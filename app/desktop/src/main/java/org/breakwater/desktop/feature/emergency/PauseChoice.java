package org.breakwater.desktop.feature.emergency;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.breakwater.core.emergency.PausePlan;
import org.breakwater.core.emergency.PauseTarget;
import org.breakwater.core.protocol.PauseScope;

/// What somebody has chosen so far.
///
/// @param poolId {@link PauseTarget#EVERY_POOL} for every pool
/// @param words the reason
record PauseChoice(long poolId, Set<PauseScope> scopes, Duration length, String words) {

    private static final Duration USUAL = Duration.ofHours(24);

    static final PauseChoice NOTHING = new PauseChoice(PauseTarget.EVERY_POOL, Set.of(), USUAL, "");

    PauseChoice {
        scopes = Set.copyOf(scopes);
    }

    PauseChoice of(long pool) {
        return new PauseChoice(pool, scopes, length, words);
    }

    PauseChoice lasting(Duration other) {
        return new PauseChoice(poolId, scopes, other, words);
    }

    PauseChoice because(String other) {
        return new PauseChoice(poolId, scopes, length, other);
    }

    PauseChoice with(PauseScope scope, boolean stopped) {
        var changed = EnumSet.noneOf(PauseScope.class);
        changed.addAll(scopes);
        if (stopped) {
            changed.add(scope);
        } else {
            changed.remove(scope);
        }
        return new PauseChoice(poolId, changed, length, words);
    }

    /// What is still to be chosen; empty where nothing is.
    String missing() {
        if (scopes.isEmpty()) {
            return "Choose what to stop.";
        }
        if (words.isBlank()) {
            return "Give a reason.";
        }
        return words.length() > PausePlan.MOST_REASON
                ? "A reason has at most " + PausePlan.MOST_REASON + " characters."
                : "";
    }

    Optional<PausePlan> plan() {
        return missing().isEmpty()
                ? Optional.of(new PausePlan(new PauseTarget(scopes, poolId), length, PausePlan.hashOf(words)))
                : Optional.empty();
    }
}
