package org.breakwater.desktop.feature.treasury;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.breakwater.core.stress.RiskTarget;
import org.breakwater.core.stress.own.OwnScenario;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.TokenAmount;

/// What happens if something happens at once, from one block: published incidents and one's own scenarios.
///
/// @param rows published ones first
/// @param targets what can be hit, what would cost most first
record ScenarioPage(BlockRef block, List<ScenarioRow> rows, List<HitTarget> targets) {

    private static final int MOST_MATCHES = 8;

    ScenarioPage {
        rows = List.copyOf(rows);
        targets = List.copyOf(targets);
    }

    /// @param number among all, from 1
    /// @param own empty for a published one
    /// @param outcome empty where it cannot be gone through
    /// @param problem why not, a sentence; empty where it can
    record ScenarioRow(
            int number,
            Optional<OwnScenario> own,
            String name,
            String after,
            Optional<Outcome> outcome,
            String problem) {

        /// What a row is, whatever its figures.
        String key() {
            return own.map(scenario -> "own " + scenario.id()).orElse(name);
        }
    }

    /// @param under pools that fall under their minimum, in words
    record Outcome(TokenAmount claims, TokenAmount cut, TokenAmount assets, String under) {}

    /// Something that can be hit.
    ///
    /// @param kind what it is
    /// @param amount what lies on it
    record HitTarget(RiskTarget target, String name, String kind, String amount) {

        String detail() {
            return amount.isEmpty() ? kind : kind + ", " + amount;
        }

        private boolean matches(String words) {
            var all = (name + " " + kind).toLowerCase(Locale.ROOT);
            return Stream.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+", -1))
                    .allMatch(all::contains);
        }
    }

    /// The first of those whose name or kind has all the words, without some.
    List<HitTarget> matching(String words, List<RiskTarget> without) {
        return targets.stream()
                .filter(each -> !without.contains(each.target()) && each.matches(words))
                .limit(MOST_MATCHES)
                .toList();
    }

    /// What is known of something that can be hit; what is not there any more by its number or address.
    HitTarget target(RiskTarget target) {
        return targets.stream()
                .filter(each -> each.target().equals(target))
                .findFirst()
                .orElseGet(() -> gone(target));
    }

    private static HitTarget gone(RiskTarget target) {
        var name = switch (target) {
            case RiskTarget.Subject(var id) -> "Subject " + id;
            case RiskTarget.Venue(var venue) -> "Venue " + venue;
            case RiskTarget.Peg(var asset) -> "Asset " + asset;
        };
        return new HitTarget(target, name, "not known here any more", "");
    }
}
