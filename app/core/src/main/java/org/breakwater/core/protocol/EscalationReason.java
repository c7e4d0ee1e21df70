package org.breakwater.core.protocol;

/// Why people have to decide. (`EscalationReason`)
public enum EscalationReason {
    NONE,
    CHALLENGE,
    ORACLE_CONFLICT,
    ORACLE_STALE,
    AMBIGUOUS_SEVERITY,
    ABOVE_AUTO_LIMIT,
    INCIDENT_CAP_HIT,
    BOUGHT_TOO_CLOSE,
    OFF_CHAIN_EVIDENCE,
    EMERGENCY_GUARDIAN,
    AMOUNT_DISPUTED,
    FRAUD,
    APPEAL
}
