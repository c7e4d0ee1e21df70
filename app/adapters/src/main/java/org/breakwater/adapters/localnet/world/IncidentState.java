package org.breakwater.adapters.localnet.world;

/// `IncidentState` of the contracts, in their order.
enum IncidentState {
    NONE,
    DETECTED,
    CONFIRMED,
    ESCALATED,
    COUNCIL_REVIEW,
    SETTLING,
    CLOSED,
    REJECTED,
    LAPSED;

    static IncidentState of(Fields incident) {
        return values()[incident.number("state").intValueExact()];
    }

    /// Whether it came to nothing.
    boolean isVoid() {
        return this == REJECTED || this == LAPSED;
    }
}
