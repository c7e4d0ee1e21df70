package org.breakwater.desktop.wording;

import static java.util.Map.entry;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.ParameterUnit;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.protocol.ScopeKind;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.rule.ParameterConsistency.Rule;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.ParameterWords;
import org.breakwater.desktop.l10n.Terms;

/// Parameters inside a sentence: "the incident cap of pool 2", "34.00 %".
public final class ParameterText {

    /// Where the name of a table's row is no noun that a sentence can raise or lower.
    private static final Map<ParameterKey, String> NOUNS = Map.ofEntries(
            entry(ParameterKey.MAX_POLICY_SHARE, "share of one policy"),
            entry(ParameterKey.SUBJECT_CONCENTRATION, "subject concentration"),
            entry(ParameterKey.DRAIN_LIMIT_24H, "drain limit in 24 hours"),
            entry(ParameterKey.SURGE_PER_1PCT, "surge per 1 % sold"),
            entry(ParameterKey.TREASURY_FEE, "fee of the treasury"),
            entry(ParameterKey.DISTRIBUTOR_COMMISSION, "commission of distributors"),
            entry(ParameterKey.MIN_DURATION, "shortest duration of a policy"),
            entry(ParameterKey.MAX_DURATION, "longest duration of a policy"),
            entry(ParameterKey.INCIDENT_LAPSE, "time after which an incident lapses"),
            entry(ParameterKey.CASE_MIN_VOTERS, "number of voters that a case needs"),
            entry(ParameterKey.PAUSE_BUDGET_90D, "number of pauses in 90 days"),
            entry(ParameterKey.COUNCIL_SPEND_EPOCH, "spending limit of the council"),
            entry(ParameterKey.COUNCIL_BACKSTOP, "backstop limit of the council"),
            entry(ParameterKey.ORACLE_MAX_AGE, "oldest age of a price"),
            entry(ParameterKey.MIN_AUDITS, "number of audits that a subject needs"),
            entry(ParameterKey.MIN_LIVE, "time that a subject has to be live"),
            entry(ParameterKey.MIN_TVL, "value locked that a subject needs"),
            entry(ParameterKey.ATTESTATION_MAX_AGE, "oldest age of an attestation"),
            entry(ParameterKey.TVL_DROP_SUSPEND, "fall of value that suspends a subject"),
            entry(ParameterKey.RUN_OFF_AFTER, "time until run-off"));

    private ParameterText() {}

    /// `the incident cap of pool 2`
    ///
    /// @param name of an account
    public static String noun(Hash32 key, ParameterScope scope, Function<Address, String> name) {
        var place = scope(scope, name);
        return "the " + noun(key) + (place.isEmpty() ? "" : " of " + place);
    }

    private static String noun(Hash32 key) {
        return ParameterWords.key(key).map(NOUNS::get).orElseGet(() -> {
            var words = ParameterWords.name(key);
            return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
        });
    }

    /// `pool 2`; empty for everywhere.
    public static String scope(ParameterScope scope, Function<Address, String> name) {
        if (scope.equals(ParameterScope.GLOBAL)) {
            return "";
        }
        var number = scope.number();
        if (scope.tag() == ScopeKind.LEVEL.tag()) {
            return "the level "
                    + Arrays.stream(RiskLevel.values())
                            .filter(level -> BigInteger.valueOf(level.number()).equals(number))
                            .findFirst()
                            .map(level -> lower(Terms.of(level)))
                            .orElseGet(number::toString);
        }
        if (scope.tag() == ScopeKind.KIND.tag()) {
            return "the kind "
                    + Arrays.stream(RiskKind.values())
                            .filter(kind -> BigInteger.valueOf(kind.number()).equals(number))
                            .findFirst()
                            .map(kind -> lower(Terms.of(kind)))
                            .orElseGet(number::toString);
        }
        return scope.tag() == ScopeKind.ADDRESS.tag() ? name.apply(account(scope)) : scope.toString();
    }

    private static Address account(ParameterScope scope) {
        return new Address(scope.encoded().bytes().slice(Hash32.LENGTH - Address.LENGTH, Hash32.LENGTH));
    }

    private static String lower(String words) {
        return words.toLowerCase(Locale.ROOT);
    }

    /// A value with its unit.
    public static String value(Hash32 key, ParameterUnit unit, BigInteger value) {
        return withAsset(unit, ParameterWords.value(key, unit, value, SettlementAsset.DECIMALS));
    }

    /// How far two values lie apart, with the unit.
    public static String difference(ParameterUnit unit, BigInteger value) {
        return withAsset(unit, ParameterWords.difference(unit, value, SettlementAsset.DECIMALS));
    }

    private static String withAsset(ParameterUnit unit, String written) {
        return unit == ParameterUnit.ASSET ? written + '\u00A0' + SettlementAsset.SYMBOL : written;
    }

    /// What must hold between two parameters, in words.
    public static String rule(Rule rule) {
        var key = noun(rule.key().word());
        var other = noun(rule.other().word());
        var words = switch (rule.form()) {
            case AT_MOST -> "the " + key + " is at most the " + other;
            case BELOW -> "the " + key + " lies below the " + other;
            case SUM_AT_MOST_ONE -> "the " + key + " and the " + other + " are at most 100" + '\u00A0' + "% together";
            case RISES_WITH_LEVEL -> "the " + key + " does not fall from one level to the next";
        };
        return "rule " + Numbers.count(rule.number()) + ": " + words;
    }
}
