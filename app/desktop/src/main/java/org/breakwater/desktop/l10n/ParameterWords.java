package org.breakwater.desktop.l10n;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.ParameterUnit;
import org.breakwater.core.protocol.PremiumMode;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.protocol.ScopeKind;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.rule.ParameterConsistency.Rule;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.Hash32;

/// Parameters in plain words: what they are called, in a table and inside a sentence ("the incident cap of pool 2"),
/// and
/// how their values are written.
public final class ParameterWords {

    private static final Map<ParameterKey, String> NAMES = Map.ofEntries(
            entry(ParameterKey.MIN_CAPITAL_RATIO, "Minimum capital"),
            entry(ParameterKey.MAX_POLICY_SHARE, "One policy"),
            entry(ParameterKey.SUBJECT_CONCENTRATION, "One subject"),
            entry(ParameterKey.INCIDENT_CAP, "Incident cap"),
            entry(ParameterKey.POOL_FLOOR, "Pool floor"),
            entry(ParameterKey.DRAIN_LIMIT_24H, "Drain limit 24 h"),
            entry(ParameterKey.REDEEM_COOLDOWN, "Redemption wait"),
            entry(ParameterKey.DEPOSIT_CAP, "Deposit cap"),
            entry(ParameterKey.MIN_DEPOSIT, "Least deposit"),
            entry(ParameterKey.PREMIUM_MODE, "Premium mode"),
            entry(ParameterKey.BASE_RATE, "Base rate"),
            entry(ParameterKey.RISK_SLOPE, "Risk slope"),
            entry(ParameterKey.UTILISATION_SLOPE, "Utilisation slope"),
            entry(ParameterKey.SURGE_PER_1PCT, "Surge per 1 % sold"),
            entry(ParameterKey.SURGE_DECAY_DAY, "Surge decay a day"),
            entry(ParameterKey.RATE_FLOOR, "Rate floor"),
            entry(ParameterKey.RATE_CEILING, "Rate ceiling"),
            entry(ParameterKey.TREASURY_FEE, "Treasury's fee"),
            entry(ParameterKey.DISTRIBUTOR_COMMISSION, "Distributor's commission"),
            entry(ParameterKey.MIN_DURATION, "Shortest policy"),
            entry(ParameterKey.MAX_DURATION, "Longest policy"),
            entry(ParameterKey.WAITING_PERIOD, "Waiting period"),
            entry(ParameterKey.CONFIRM_DELAY, "Confirmation delay"),
            entry(ParameterKey.INCIDENT_LAPSE, "Incident lapses after"),
            entry(ParameterKey.CHALLENGE_WINDOW, "Challenge window"),
            entry(ParameterKey.AUTO_PAY_LIMIT_CLAIM, "Automatic claim limit"),
            entry(ParameterKey.AUTO_PAY_LIMIT_INCIDENT, "Automatic incident limit"),
            entry(ParameterKey.CLAIM_DEPOSIT, "Claim deposit"),
            entry(ParameterKey.CHALLENGE_BOND, "Challenge bond"),
            entry(ParameterKey.CHALLENGE_BOND_MIN, "Least challenge bond"),
            entry(ParameterKey.FREE_DETECTIONS, "Free detections"),
            entry(ParameterKey.DETECTION_BOND, "Detection bond"),
            entry(ParameterKey.DEDUCTIBLE, "Deductible"),
            entry(ParameterKey.GRACE_PERIOD, "Grace period"),
            entry(ParameterKey.CLAIM_WINDOW, "Claim window"),
            entry(ParameterKey.REDEMPTION_WINDOW, "Payment window"),
            entry(ParameterKey.FIRST_TRANCHE, "First tranche"),
            entry(ParameterKey.EVIDENCE_PERIOD, "Evidence period"),
            entry(ParameterKey.VOTE_PERIOD, "Vote period"),
            entry(ParameterKey.COOL_DOWN, "Cool-down"),
            entry(ParameterKey.COUNCIL_REVIEW, "Council review"),
            entry(ParameterKey.CASE_QUORUM, "Case quorum"),
            entry(ParameterKey.CASE_MIN_VOTERS, "Case voters"),
            entry(ParameterKey.VOTE_WEIGHT_CAP, "Vote weight cap"),
            entry(ParameterKey.PAUSE_MAX, "Longest pause"),
            entry(ParameterKey.PAUSE_COOLDOWN, "Pause cool-down"),
            entry(ParameterKey.PAUSE_BUDGET_90D, "Pauses in 90 days"),
            entry(ParameterKey.VENUE_CAP, "Venue cap"),
            entry(ParameterKey.LIQUID_FLOOR, "Liquid floor"),
            entry(ParameterKey.COUNCIL_SPEND_EPOCH, "Council's spending"),
            entry(ParameterKey.COUNCIL_BACKSTOP, "Council's backstop"),
            entry(ParameterKey.PEG_WATCH, "Peg watch"),
            entry(ParameterKey.PEG_BREAK, "Peg break"),
            entry(ParameterKey.PEG_RECOVER, "Peg recovery"),
            entry(ParameterKey.ORACLE_MAX_AGE, "Oldest price"),
            entry(ParameterKey.MIN_AUDITS, "Least audits"),
            entry(ParameterKey.MIN_LIVE, "Least time live"),
            entry(ParameterKey.MIN_TVL, "Least value locked"),
            entry(ParameterKey.ATTESTATION_MAX_AGE, "Oldest attestation"),
            entry(ParameterKey.TVL_DROP_SUSPEND, "Fall that suspends"),
            entry(ParameterKey.RUN_OFF_AFTER, "Run-off after"));

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

    private static final int PRICE_DECIMALS = 8;
    private static final int TOKEN_DECIMALS = 18;

    private ParameterWords() {}

    /// The key that the contracts read under a word of the registry.
    public static Optional<ParameterKey> key(Hash32 word) {
        return Arrays.stream(ParameterKey.values())
                .filter(key -> key.word().equals(word))
                .findFirst();
    }

    /// What a parameter is called; for one that this version does not know, its own characters.
    public static String name(Hash32 word) {
        return key(word).map(NAMES::get).orElseGet(() -> characters(word));
    }

    private static String characters(Hash32 word) {
        var text = new String(word.bytes().toArray(), StandardCharsets.US_ASCII)
                .replace("\0", "")
                .replace('_', ' ')
                .toLowerCase(Locale.ROOT);
        return text.isEmpty() ? word.toString() : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /// `the incident cap of pool 2`
    ///
    /// @param name of an account
    public static String noun(Hash32 key, ParameterScope scope, Function<Address, String> name) {
        var place = scope(scope, name);
        return "the " + noun(key) + (place.isEmpty() ? "" : " of " + place);
    }

    private static String noun(Hash32 key) {
        return key(key).map(NOUNS::get).orElseGet(() -> {
            var words = name(key);
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

    /// A value with its unit, amounts with the name of the asset.
    public static String value(Hash32 word, ParameterUnit unit, BigInteger value) {
        return withAsset(unit, plain(word, unit, value));
    }

    /// A value for a table: as {@link #value}, amounts without the name of the asset.
    public static String plain(Hash32 word, ParameterUnit unit, BigInteger value) {
        if (word.equals(ParameterKey.PREMIUM_MODE.word())) {
            return mode(value);
        }
        return switch (unit) {
            case BPS -> Numbers.percent(new BasisPoints(value));
            case SECONDS -> duration(value);
            case ASSET -> amount(value, SettlementAsset.DECIMALS);
            case TOKEN -> amount(value, TOKEN_DECIMALS);
            case PRICE8 -> Numbers.price(new BigDecimal(value, PRICE_DECIMALS));
            case USD -> Numbers.count(value) + Numbers.NO_BREAK + "USD";
            case NONE, COUNT -> Numbers.count(value);
        };
    }

    private static String withAsset(ParameterUnit unit, String written) {
        return unit == ParameterUnit.ASSET ? written + Numbers.NO_BREAK + SettlementAsset.SYMBOL : written;
    }

    private static String mode(BigInteger value) {
        var modes = List.of(PremiumMode.values());
        return value.bitLength() < Integer.SIZE && value.intValueExact() < modes.size()
                ? Terms.of(modes.get(value.intValueExact()))
                : Numbers.count(value);
    }

    /// How far two values lie apart, with the unit, amounts with the name of the asset.
    public static String difference(ParameterUnit unit, BigInteger value) {
        return withAsset(unit, plainDifference(unit, value));
    }

    /// As {@link #difference}, amounts without the name of the asset.
    public static String plainDifference(ParameterUnit unit, BigInteger value) {
        return unit == ParameterUnit.BPS ? Numbers.points(new BasisPoints(value)) : plain(Hash32.ZERO, unit, value);
    }

    private static String duration(BigInteger seconds) {
        return seconds.bitLength() < Long.SIZE
                ? Times.duration(Duration.ofSeconds(seconds.longValueExact()))
                : Numbers.count(seconds) + Numbers.NO_BREAK + "s";
    }

    private static String amount(BigInteger value, int decimals) {
        var whole = new BigDecimal(value, decimals);
        var places = whole.stripTrailingZeros().scale() <= 0 ? 0 : 2;
        return Numbers.decimal(whole, places, RoundingMode.DOWN);
    }

    /// What must hold between two parameters, in words.
    public static String rule(Rule rule) {
        var key = noun(rule.key().word());
        var other = noun(rule.other().word());
        var words = switch (rule.form()) {
            case AT_MOST -> "the " + key + " is at most the " + other;
            case BELOW -> "the " + key + " lies below the " + other;
            case SUM_AT_MOST_ONE ->
                "the " + key + " and the " + other + " are at most 100" + Numbers.NO_BREAK + "% together";
            case RISES_WITH_LEVEL -> "the " + key + " does not fall from one level to the next";
        };
        return "rule " + Numbers.count(rule.number()) + ": " + words;
    }
}
