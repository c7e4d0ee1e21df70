package org.breakwater.core.protocol;

/// Where a claim stands. PAYABLE is never stored: time makes an approved claim payable. (`ClaimState`)
public enum ClaimState {
    NONE,
    SUBMITTED,
    AUTO_APPROVED,
    ESCALATED,
    IN_VOTE,
    COUNCIL_REVIEW,
    APPROVED,
    DENIED,
    PAYABLE,
    PAID,
    EXPIRED,
    WITHDRAWN
}
