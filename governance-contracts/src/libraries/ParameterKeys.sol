// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title ParameterKeys
/// @notice The names under which the ParameterRegistry keeps its values: ASCII, left-aligned in 32 bytes, so that a reader
/// of raw calldata can read them. Unit and scope stand beside each; defaults and bounds are in ParameterCatalogue.
library ParameterKeys {
    // ── capital ────────────────────────────────────────────────────────────────────────────────────────────────
    bytes32 internal constant MIN_CAPITAL_RATIO = "MIN_CAPITAL_RATIO"; // bps of active cover · level
    bytes32 internal constant MAX_POLICY_SHARE = "MAX_POLICY_SHARE"; // bps of net assets · pool
    bytes32 internal constant SUBJECT_CONCENTRATION = "SUBJECT_CONCENTRATION"; // bps of net assets · pool
    bytes32 internal constant INCIDENT_CAP = "INCIDENT_CAP"; // bps of snapshot assets · pool
    bytes32 internal constant POOL_FLOOR = "POOL_FLOOR"; // bps of snapshot assets · pool
    bytes32 internal constant DRAIN_LIMIT_24H = "DRAIN_LIMIT_24H"; // bps of gross assets, per window · pool
    bytes32 internal constant REDEEM_COOLDOWN = "REDEEM_COOLDOWN"; // s · pool
    bytes32 internal constant DEPOSIT_CAP = "DEPOSIT_CAP"; // asset · pool
    bytes32 internal constant MIN_DEPOSIT = "MIN_DEPOSIT"; // asset · pool
    // ── price ──────────────────────────────────────────────────────────────────────────────────────────────────
    bytes32 internal constant PREMIUM_MODE = "PREMIUM_MODE"; // count: 0 fixed, 1 rule-based, 2 usage-adjusted · pool
    bytes32 internal constant BASE_RATE = "BASE_RATE"; // bps per year · level
    bytes32 internal constant RISK_SLOPE = "RISK_SLOPE"; // bps per year added at score 0, linear to none at 1e4 · pool
    bytes32 internal constant UTILISATION_SLOPE = "UTILISATION_SLOPE"; // bps per year added at 100 % utilisation · pool
    bytes32 internal constant SURGE_PER_1PCT = "SURGE_PER_1PCT"; // bps per year added per 1 % of capacity sold · pool
    bytes32 internal constant SURGE_DECAY_DAY = "SURGE_DECAY_DAY"; // bps per year taken off per day · pool
    bytes32 internal constant RATE_FLOOR = "RATE_FLOOR"; // bps per year · pool
    bytes32 internal constant RATE_CEILING = "RATE_CEILING"; // bps per year · pool
    bytes32 internal constant TREASURY_FEE = "TREASURY_FEE"; // bps of premium · pool
    bytes32 internal constant DISTRIBUTOR_COMMISSION = "DISTRIBUTOR_COMMISSION"; // bps of premium · global
    bytes32 internal constant MIN_DURATION = "MIN_DURATION"; // s · global
    bytes32 internal constant MAX_DURATION = "MAX_DURATION"; // s · global
    // ── incidents and claims ───────────────────────────────────────────────────────────────────────────────────
    bytes32 internal constant WAITING_PERIOD = "WAITING_PERIOD"; // s · kind
    bytes32 internal constant CONFIRM_DELAY = "CONFIRM_DELAY"; // s between two readings of one adapter · kind
    bytes32 internal constant INCIDENT_LAPSE = "INCIDENT_LAPSE"; // s from detection to lapse · kind
    bytes32 internal constant CHALLENGE_WINDOW = "CHALLENGE_WINDOW"; // s · kind
    bytes32 internal constant AUTO_PAY_LIMIT_CLAIM = "AUTO_PAY_LIMIT_CLAIM"; // asset · pool
    bytes32 internal constant AUTO_PAY_LIMIT_INCIDENT = "AUTO_PAY_LIMIT_INCIDENT"; // asset · pool
    bytes32 internal constant CLAIM_DEPOSIT = "CLAIM_DEPOSIT"; // asset · global
    bytes32 internal constant CHALLENGE_BOND = "CHALLENGE_BOND"; // bps of the incident's cap · global
    bytes32 internal constant CHALLENGE_BOND_MIN = "CHALLENGE_BOND_MIN"; // asset · global
    bytes32 internal constant FREE_DETECTIONS = "FREE_DETECTIONS"; // count of unconfirmed detections before a bond · global
    bytes32 internal constant DETECTION_BOND = "DETECTION_BOND"; // asset · global
    bytes32 internal constant DEDUCTIBLE = "DEDUCTIBLE"; // bps of the loss · pool
    bytes32 internal constant GRACE_PERIOD = "GRACE_PERIOD"; // s after a policy's end in which it can be claimed · global
    bytes32 internal constant CLAIM_WINDOW = "CLAIM_WINDOW"; // s from settling to the end of claiming · global
    bytes32 internal constant REDEMPTION_WINDOW = "REDEMPTION_WINDOW"; // s · global
    bytes32 internal constant FIRST_TRANCHE = "FIRST_TRANCHE"; // bps of approved · global
    // ── cases ──────────────────────────────────────────────────────────────────────────────────────────────────
    bytes32 internal constant EVIDENCE_PERIOD = "EVIDENCE_PERIOD"; // s · global
    bytes32 internal constant VOTE_PERIOD = "VOTE_PERIOD"; // s · global
    bytes32 internal constant COOL_DOWN = "COOL_DOWN"; // s · global
    bytes32 internal constant COUNCIL_REVIEW = "COUNCIL_REVIEW"; // s · global
    bytes32 internal constant CASE_QUORUM = "CASE_QUORUM"; // bps of supply · global
    bytes32 internal constant CASE_MIN_VOTERS = "CASE_MIN_VOTERS"; // count · global
    bytes32 internal constant VOTE_WEIGHT_CAP = "VOTE_WEIGHT_CAP"; // bps of supply · global
    // ── emergency ──────────────────────────────────────────────────────────────────────────────────────────────
    bytes32 internal constant PAUSE_MAX = "PAUSE_MAX"; // s · global
    bytes32 internal constant PAUSE_COOLDOWN = "PAUSE_COOLDOWN"; // s · global
    bytes32 internal constant PAUSE_BUDGET_90D = "PAUSE_BUDGET_90D"; // count · global
    // ── treasury and oracles ───────────────────────────────────────────────────────────────────────────────────
    bytes32 internal constant VENUE_CAP = "VENUE_CAP"; // bps of treasury assets · global
    bytes32 internal constant LIQUID_FLOOR = "LIQUID_FLOOR"; // bps of treasury assets · global
    bytes32 internal constant COUNCIL_SPEND_EPOCH = "COUNCIL_SPEND_EPOCH"; // asset per 30 days · global
    bytes32 internal constant COUNCIL_BACKSTOP = "COUNCIL_BACKSTOP"; // asset per incident · global
    bytes32 internal constant PEG_WATCH = "PEG_WATCH"; // price8 · address (asset)
    bytes32 internal constant PEG_BREAK = "PEG_BREAK"; // price8 · address (asset)
    bytes32 internal constant PEG_RECOVER = "PEG_RECOVER"; // price8 · address (asset)
    bytes32 internal constant ORACLE_MAX_AGE = "ORACLE_MAX_AGE"; // s · address (feed)
    // ── risk registry ──────────────────────────────────────────────────────────────────────────────────────────
    bytes32 internal constant MIN_AUDITS = "MIN_AUDITS"; // count · kind
    bytes32 internal constant MIN_LIVE = "MIN_LIVE"; // s · kind
    bytes32 internal constant MIN_TVL = "MIN_TVL"; // whole US dollars · kind
    bytes32 internal constant ATTESTATION_MAX_AGE = "ATTESTATION_MAX_AGE"; // s · kind
    bytes32 internal constant TVL_DROP_SUSPEND = "TVL_DROP_SUSPEND"; // bps between two attestations · kind
    bytes32 internal constant RUN_OFF_AFTER = "RUN_OFF_AFTER"; // s · global
}
