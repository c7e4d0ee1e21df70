package org.breakwater.core.watch.rule;

/// What may happen and is worth an alert.
public enum EventKind {
    ROLE_GRANTED,
    ROLE_REVOKED,
    /// How long a member, or the administration of a target or a role, has to wait is another.
    ROLE_DELAY_CHANGED,
    ROLE_ADMIN_CHANGED,
    /// A function may be called by another role.
    FUNCTION_ROLE_CHANGED,
    /// Nobody may call a contract's restricted functions.
    TARGET_CLOSED,
    /// A call waits in the AccessManager or in the Timelock.
    OPERATION_SCHEDULED,
    /// The Timelock's delay, the voting delay, period or extension is shorter.
    DELAY_REDUCED,
    /// Fewer votes are needed to propose or to decide.
    THRESHOLD_REDUCED,
    /// A name of the Directory points at another module.
    MODULE_CHANGED,
    /// A module asks another AccessManager.
    AUTHORITY_CHANGED,
    TIMELOCK_CHANGED,
    POOL_ADDED,
    PROPOSAL_CREATED,
    PROPOSAL_QUEUED,
    PROPOSAL_EXECUTED,
    PROPOSAL_CANCELED,
    VOTE_EXTENDED,
    PARAMETER_PROPOSED,
    PARAMETER_EXECUTED,
    PARAMETER_TIGHTENED,
    PAUSED,
    PAUSE_EXTENDED,
    ADAPTER_QUARANTINED,
    /// An adapter decides about a subject, or no longer.
    ADAPTER_CHANGED,
    ADAPTER_CONFIGURED,
    SIGNERS_CHANGED,
    ASSERTION_DISPUTED,
    /// Money left the treasury or a pool.
    OUTFLOW(true),
    BACKSTOP_PAID(true),
    VENUE_ADDED,
    VENUE_CLOSED,
    /// A venue gave back less than was put in, or a loss was written off.
    VENUE_LOSS(true),
    ALLOCATED(true),
    PEG_FEED_CHANGED,
    PEG_STATE_CHANGED,
    DRAIN_BREAKER,
    INCIDENT_OPENED(true),
    INCIDENT_CONFIRMED,
    INCIDENT_CHALLENGED,
    FRAUD_FLAGGED,
    /// A granted claim waits because a pool's window is used up.
    PAYOUT_WAITS,
    /// A payment failed and is kept for its owner.
    PAYMENT_KEPT(true),
    CASE_OPENED,
    SUBJECT_STATUS_CHANGED,
    LEVEL_RAISED,
    SERIES_SETTLED,
    FUNDING_ENDED,
    EXCLUSION_CHANGED,
    TERMS_PUBLISHED,
    SAFE_OWNERS_CHANGED,
    SAFE_THRESHOLD_CHANGED,
    SAFE_MODULES_CHANGED,
    SAFE_GUARD_CHANGED,
    SAFE_CODE_CHANGED;

    private final boolean movesMoney;

    EventKind() {
        this(false);
    }

    EventKind(boolean movesMoney) {
        this.movesMoney = movesMoney;
    }

    /// Whether a rule may say from which amount on it is told.
    public boolean movesMoney() {
        return movesMoney;
    }
}
