package org.breakwater.desktop.wording;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.call.CallReading.Understood;
import org.breakwater.core.follow.Known;
import org.breakwater.core.protocol.DaoRule;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;

/// The rules by which the DAO decides, in words.
public final class DaoRules {

    private static final int VOTE_DECIMALS = 18;

    private DaoRules() {}

    public static String noun(DaoRule rule) {
        return switch (rule) {
            case VOTING_DELAY -> "The voting delay";
            case VOTING_PERIOD -> "The voting period";
            case PROPOSAL_THRESHOLD -> "The votes that proposing takes";
            case QUORUM -> "The quorum";
            case LATE_EXTENSION -> "The extension after a late quorum";
            case TIMELOCK_DELAY -> "The delay of the timelock";
        };
    }

    /// A value with its unit.
    public static String value(DaoRule rule, BigInteger value) {
        return switch (rule.unit()) {
            case SECONDS ->
                Times.duration(Duration.ofSeconds(
                        value.min(BigInteger.valueOf(Integer.MAX_VALUE)).longValue()));
            case TOKEN -> votes(value);
            default -> value + " % of the supply";
        };
    }

    public static String votes(BigInteger units) {
        return Numbers.decimal(new BigDecimal(units, VOTE_DECIMALS), 0, RoundingMode.DOWN) + " votes";
    }

    /// The rule that a call changes.
    static Optional<DaoRule> of(Understood call) {
        return Arrays.stream(DaoRule.values())
                .filter(rule -> call.contract().equals(rule.isOfTimelock() ? "TimelockController" : "CoverGovernor"))
                .filter(rule -> FunctionSignature.parse(rule.function())
                        .canonical()
                        .equals(call.call().function().canonical()))
                .findFirst();
    }

    /// What such a call does: from which value to which.
    static String sentence(DaoRule rule, Understood call, Known known) {
        var noun =
                noun(rule).substring(0, 1).toLowerCase(Locale.ROOT) + noun(rule).substring(1);
        if (!(call.call().values().getFirst() instanceof AbiValue.Whole(var value))) {
            return "Change " + noun;
        }
        var old = known.view().governance().rule(rule);
        var way = value.compareTo(old);
        return way == 0
                ? "Leave " + noun + " at " + value(rule, value)
                : (way < 0 ? "Lower " : "Raise ") + noun + " from "
                        + (rule == DaoRule.QUORUM ? old + " %" : value(rule, old)) + " to " + value(rule, value);
    }
}
