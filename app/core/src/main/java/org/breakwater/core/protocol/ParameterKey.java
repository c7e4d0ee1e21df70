package org.breakwater.core.protocol;

import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;

/// The parameters that the contracts read, each with its unit and the overrides it may have (`ParameterKeys.sol`). The
/// registry may hold others.
public enum ParameterKey {

    /// Basis points of active cover; by level.
    MIN_CAPITAL_RATIO,

    /// Basis points of net assets; by pool.
    MAX_POLICY_SHARE,

    /// Basis points of net assets; by pool.
    SUBJECT_CONCENTRATION,

    /// Basis points of snapshot assets; by pool.
    INCIDENT_CAP,

    /// Basis points of snapshot assets; by pool.
    POOL_FLOOR,

    /// Basis points of gross assets, per window; by pool.
    DRAIN_LIMIT_24H,

    /// Seconds; by pool.
    REDEEM_COOLDOWN,

    /// Asset; by pool.
    DEPOSIT_CAP,

    /// Asset; by pool.
    MIN_DEPOSIT,

    /// Number: 0 fixed, 1 rule-based, 2 usage-adjusted; by pool.
    PREMIUM_MODE,

    /// Basis points per year; by level.
    BASE_RATE,

    /// Basis points per year added at score 0, linear to none at 1e4; by pool.
    RISK_SLOPE,

    /// Basis points per year added at 100 % utilisation; by pool.
    UTILISATION_SLOPE,

    /// Basis points per year added per 1 % of capacity sold; by pool.
    SURGE_PER_1PCT,

    /// Basis points per year taken off per day; by pool.
    SURGE_DECAY_DAY,

    /// Basis points per year; by pool.
    RATE_FLOOR,

    /// Basis points per year; by pool.
    RATE_CEILING,

    /// Basis points of premium; by pool.
    TREASURY_FEE,

    /// Basis points of premium; global only.
    DISTRIBUTOR_COMMISSION,

    /// Seconds; global only.
    MIN_DURATION,

    /// Seconds; global only.
    MAX_DURATION,

    /// Seconds; by kind.
    WAITING_PERIOD,

    /// Seconds between two readings of one adapter; by kind.
    CONFIRM_DELAY,

    /// Seconds from detection to lapse; by kind.
    INCIDENT_LAPSE,

    /// Seconds; by kind.
    CHALLENGE_WINDOW,

    /// Asset; by pool.
    AUTO_PAY_LIMIT_CLAIM,

    /// Asset; by pool.
    AUTO_PAY_LIMIT_INCIDENT,

    /// Asset; global only.
    CLAIM_DEPOSIT,

    /// Basis points of the incident's cap; global only.
    CHALLENGE_BOND,

    /// Asset; global only.
    CHALLENGE_BOND_MIN,

    /// Number of unconfirmed detections before a bond; global only.
    FREE_DETECTIONS,

    /// Asset; global only.
    DETECTION_BOND,

    /// Basis points of the loss; by pool.
    DEDUCTIBLE,

    /// Seconds after a policy's end in which it can be claimed; global only.
    GRACE_PERIOD,

    /// Seconds from settling to the end of claiming; global only.
    CLAIM_WINDOW,

    /// Seconds; global only.
    REDEMPTION_WINDOW,

    /// Basis points of approved; global only.
    FIRST_TRANCHE,

    /// Seconds; global only.
    EVIDENCE_PERIOD,

    /// Seconds; global only.
    VOTE_PERIOD,

    /// Seconds; global only.
    COOL_DOWN,

    /// Seconds; global only.
    COUNCIL_REVIEW,

    /// Basis points of supply; global only.
    CASE_QUORUM,

    /// Number; global only.
    CASE_MIN_VOTERS,

    /// Basis points of supply; global only.
    VOTE_WEIGHT_CAP,

    /// Seconds; global only.
    PAUSE_MAX,

    /// Seconds; global only.
    PAUSE_COOLDOWN,

    /// Number; global only.
    PAUSE_BUDGET_90D,

    /// Basis points of treasury assets; global only.
    VENUE_CAP,

    /// Basis points of treasury assets; global only.
    LIQUID_FLOOR,

    /// Asset per 30 days; global only.
    COUNCIL_SPEND_EPOCH,

    /// Asset per incident; global only.
    COUNCIL_BACKSTOP,

    /// Price (1e8 is one dollar); by asset.
    PEG_WATCH,

    /// Price (1e8 is one dollar); by asset.
    PEG_BREAK,

    /// Price (1e8 is one dollar); by asset.
    PEG_RECOVER,

    /// Seconds; by price feed.
    ORACLE_MAX_AGE,

    /// Number; by kind.
    MIN_AUDITS,

    /// Seconds; by kind.
    MIN_LIVE,

    /// Whole US dollars; by kind.
    MIN_TVL,

    /// Seconds; by kind.
    ATTESTATION_MAX_AGE,

    /// Basis points between two attestations; by kind.
    TVL_DROP_SUSPEND,

    /// Seconds; global only.
    RUN_OFF_AFTER;

    private final Hash32 word = new Hash32(Word.ofAscii(name()));

    /// The registry's key: the name's characters, left-aligned.
    public Hash32 word() {
        return word;
    }
}
