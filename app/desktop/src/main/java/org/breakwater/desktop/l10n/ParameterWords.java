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
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.ParameterUnit;
import org.breakwater.core.protocol.PremiumMode;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.Hash32;

/// Parameters in plain words: what they are called and how their values are written.
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

    /// A value with its unit.
    ///
    /// @param assetDecimals of the asset that amounts are in
    public static String value(Hash32 word, ParameterUnit unit, BigInteger value, int assetDecimals) {
        if (word.equals(ParameterKey.PREMIUM_MODE.word())) {
            return mode(value);
        }
        return switch (unit) {
            case BPS -> Numbers.percent(new BasisPoints(value));
            case SECONDS -> duration(value);
            case ASSET -> amount(value, assetDecimals);
            case TOKEN -> amount(value, TOKEN_DECIMALS);
            case PRICE8 -> Numbers.price(new BigDecimal(value, PRICE_DECIMALS));
            case USD -> Numbers.count(value) + Numbers.NO_BREAK + "USD";
            case NONE, COUNT -> Numbers.count(value);
        };
    }

    private static String mode(BigInteger value) {
        var modes = List.of(PremiumMode.values());
        return value.bitLength() < Integer.SIZE && value.intValueExact() < modes.size()
                ? Terms.of(modes.get(value.intValueExact()))
                : Numbers.count(value);
    }

    /// A difference of two values with its unit.
    public static String difference(ParameterUnit unit, BigInteger value, int assetDecimals) {
        return unit == ParameterUnit.BPS
                ? Numbers.points(new BasisPoints(value))
                : value(Hash32.ZERO, unit, value, assetDecimals);
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
}
