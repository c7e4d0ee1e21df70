// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

// Shared vocabulary of the protocol.
//
// Units, everywhere unless a comment says otherwise:
//   assets         smallest unit of the pool's token (USDC: 1e-6)
//   rates, ratios  basis points of one (1e4 = 100 %); rates are per 365 days
//   time           uint48, seconds since 1970-01-01T00:00:00Z; durations uint32 seconds
//   prices         price8, 1e8 = one unit of the quote currency

/// What can go wrong with a subject. Each kind has its own adapters, parameters and pool.
enum Kind {
    SmartContract,
    Bridge,
    Custody,
    OracleLiquidity,
    StablecoinDepeg,
    Parametric
}

/// Risk level derived from a subject's score; the scope of minimum capital and base rates.
enum Level {
    Unrated,
    Low,
    Guarded,
    Elevated,
    High,
    Critical
}

/// Life of a subject: Candidate → Listed ↔ Suspended → RunOff → Delisted.
enum Status {
    None,
    Candidate,
    Listed,
    Suspended,
    RunOff,
    Delisted
}

/// Who can change the code of a subject.
enum UpgradeControl {
    Immutable,
    TimelockedDao,
    TimelockedMultisig,
    Multisig,
    Eoa
}

/// State of a settlement asset against its peg.
enum Peg {
    Normal,
    Watch,
    Depegged
}

/// Answer of a trigger adapter.
enum Verdict {
    NotTriggered,
    Triggered,
    Ambiguous,
    Stale
}

/// One reading of a trigger adapter.
/// @param verdict      what the adapter's rule says
/// @param observedAt   time of this reading (block time)
/// @param occurredAt   time of the event as far as the adapter knows it; for a statement that nothing happened the time it
///                     speaks of; 0 otherwise
/// @param severityBps  share of the insured amount that is lost, 0…1e4
/// @param value        the measured value, in the adapter's own unit
/// @param threshold    the limit it was compared with, same unit
/// @param dataHash     hash of the inputs, so that anyone can recompute the reading
struct Observation {
    Verdict verdict;
    uint48 observedAt;
    uint48 occurredAt;
    uint16 severityBps;
    int256 value;
    int256 threshold;
    bytes32 dataHash;
}

enum IncidentState {
    None,
    Detected,
    Confirmed,
    Escalated,
    CouncilReview,
    Settling,
    Closed,
    Rejected,
    Lapsed
}

enum ClaimState {
    None,
    Submitted,
    AutoApproved,
    Escalated,
    InVote,
    CouncilReview,
    Approved,
    Denied,
    Payable,
    Paid,
    Expired,
    Withdrawn
}

/// Who decided.
enum Route {
    Automatic,
    DaoVote,
    Council
}

/// Why people have to decide.
enum EscalationReason {
    None,
    Challenge,
    OracleConflict,
    OracleStale,
    AmbiguousSeverity,
    AboveAutoLimit,
    IncidentCapHit,
    BoughtTooClose,
    OffChainEvidence,
    EmergencyGuardian,
    AmountDisputed,
    Fraud,
    Appeal
}

/// What a case of the tribunal decides.
enum CaseKind {
    Incident,
    Claim
}

/// How a case ended. Tie and NoQuorum never pay: the council decides, or the case is opened again.
enum CaseOutcome {
    Open,
    Accepted,
    Denied,
    Tie,
    NoQuorum
}

/// One entry of a record of evidence; the text itself lies behind its content address.
/// @param contentHash    keccak256 of the content
/// @param afterDeadline  given after the evidence period of the case that ran then
struct Evidence {
    bytes32 contentHash;
    address by;
    uint48 at;
    bool afterDeadline;
}
