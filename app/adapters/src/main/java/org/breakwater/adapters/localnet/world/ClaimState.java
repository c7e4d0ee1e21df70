package org.breakwater.adapters.localnet.world;

/// `ClaimState` of the contracts, in their order.
enum ClaimState {
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
    WITHDRAWN;

    static ClaimState of(Fields claim) {
        return values()[claim.number("state").intValueExact()];
    }
}
