package org.breakwater.core.protocol;

/// Where an incident stands. (`IncidentState`)
public enum IncidentState {
    NONE,
    DETECTED,
    CONFIRMED,
    ESCALATED,
    COUNCIL_REVIEW,
    SETTLING,
    CLOSED,
    REJECTED,
    LAPSED
}
