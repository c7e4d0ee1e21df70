package org.breakwater.core.rule;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.value.Hash32;

/// What must hold between parameters that are each within their bounds (`ParameterConsistency.sol`). A rule with a key
/// that is
/// not defined says nothing.
public final class ParameterConsistency {

    /// By number, from 1. Numbers are never reused.
    public static final List<Rule> RULES = List.of(
            new Rule(1, ParameterKey.RATE_FLOOR, Form.AT_MOST, ParameterKey.RATE_CEILING),
            new Rule(2, ParameterKey.PEG_BREAK, Form.BELOW, ParameterKey.PEG_WATCH),
            new Rule(3, ParameterKey.PEG_WATCH, Form.BELOW, ParameterKey.PEG_RECOVER),
            new Rule(4, ParameterKey.DRAIN_LIMIT_24H, Form.AT_MOST, ParameterKey.INCIDENT_CAP),
            new Rule(5, ParameterKey.INCIDENT_CAP, Form.SUM_AT_MOST_ONE, ParameterKey.POOL_FLOOR),
            new Rule(6, ParameterKey.AUTO_PAY_LIMIT_CLAIM, Form.AT_MOST, ParameterKey.AUTO_PAY_LIMIT_INCIDENT),
            new Rule(7, ParameterKey.CHALLENGE_WINDOW, Form.AT_MOST, ParameterKey.REDEMPTION_WINDOW),
            new Rule(8, ParameterKey.MIN_DURATION, Form.BELOW, ParameterKey.MAX_DURATION),
            new Rule(9, ParameterKey.TREASURY_FEE, Form.SUM_AT_MOST_ONE, ParameterKey.DISTRIBUTOR_COMMISSION),
            new Rule(10, ParameterKey.CONFIRM_DELAY, Form.BELOW, ParameterKey.INCIDENT_LAPSE),
            new Rule(11, ParameterKey.MIN_DEPOSIT, Form.AT_MOST, ParameterKey.DEPOSIT_CAP),
            new Rule(12, ParameterKey.MIN_CAPITAL_RATIO, Form.RISES_WITH_LEVEL, ParameterKey.MIN_CAPITAL_RATIO),
            new Rule(13, ParameterKey.BASE_RATE, Form.RISES_WITH_LEVEL, ParameterKey.BASE_RATE));

    private ParameterConsistency() {}

    /// How two values are compared.
    public enum Form {
        AT_MOST,
        BELOW,
        SUM_AT_MOST_ONE,
        RISES_WITH_LEVEL
    }

    /// @param number from 1
    /// @param key left of the sign
    /// @param other right of it
    public record Rule(int number, ParameterKey key, Form form, ParameterKey other) {

        /// The key that a key is compared with by this rule, if it is.
        Optional<ParameterKey> partner(Hash32 asked) {
            if (key.word().equals(asked)) {
                return Optional.of(other);
            }
            return other.word().equals(asked) ? Optional.of(key) : Optional.empty();
        }
    }

    /// A rule that is broken, and by what.
    public record Violation(Rule rule, BigInteger value, BigInteger otherValue) {}

    /// The first rule that would be broken if a value stood. A global value is also in force beside every override of a
    /// key it is compared with.
    public static Optional<Violation> violation(
            ParameterBook book, Hash32 key, ParameterScope scope, BigInteger value) {
        var overlaid = new Overlaid(book, key, scope, value);
        for (var rule : RULES) {
            var partner = rule.partner(key);
            if (partner.isEmpty()) {
                continue;
            }
            var found = violation(overlaid, rule, scope);
            var wide =
                    scope.equals(ParameterScope.GLOBAL) && !partner.get().word().equals(key);
            if (found.isEmpty() && wide) {
                found = book.scopes(partner.get().word()).stream()
                        .flatMap(beside -> violation(overlaid, rule, beside).stream())
                        .findFirst();
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Violation> violation(Overlaid book, Rule rule, ParameterScope scope) {
        if (rule.form() == Form.RISES_WITH_LEVEL) {
            return fallingLevel(book, rule);
        }
        return book.read(rule.key(), scope)
                .flatMap(value -> book.read(rule.other(), scope)
                        .filter(other -> !holds(rule.form(), value, other))
                        .map(other -> new Violation(rule, value, other)));
    }

    /// Levels depend on each other, so all of them are looked at whichever scope is asked about.
    private static Optional<Violation> fallingLevel(Overlaid book, Rule rule) {
        for (int next = RiskLevel.GUARDED.number(); next <= RiskLevel.CRITICAL.number(); next++) {
            var lower = book.read(rule.key(), ParameterScope.level(next - 1));
            var upper = book.read(rule.key(), ParameterScope.level(next));
            if (lower.isPresent() && upper.isPresent() && lower.get().compareTo(upper.get()) > 0) {
                return Optional.of(new Violation(rule, lower.get(), upper.get()));
            }
        }
        return Optional.empty();
    }

    private static boolean holds(Form form, BigInteger value, BigInteger other) {
        return switch (form) {
            case AT_MOST, RISES_WITH_LEVEL -> value.compareTo(other) <= 0;
            case BELOW -> value.compareTo(other) < 0;
            case SUM_AT_MOST_ONE -> value.add(other).compareTo(Unsigned.BPS) <= 0;
        };
    }

    /// The book with one value as if it already stood.
    private record Overlaid(ParameterBook book, Hash32 key, ParameterScope scope, BigInteger value) {

        Optional<BigInteger> read(ParameterKey asked, ParameterScope at) {
            var same = asked.word().equals(key);
            if (same && at.equals(scope)) {
                return Optional.of(value);
            }
            if (same && scope.equals(ParameterScope.GLOBAL)) {
                return book.own(key, at).or(() -> Optional.of(value));
            }
            return book.inForce(asked.word(), at);
        }
    }
}
