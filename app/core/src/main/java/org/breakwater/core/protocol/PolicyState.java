package org.breakwater.core.protocol;

/// Where a policy stands in its life; follows from its times and how it was closed. (`IProtocolLens.PolicyState`)
public enum PolicyState {
    WAITING,
    ACTIVE,
    GRACE,
    OVERDUE,
    EXPIRED,
    CANCELLED,
    EXHAUSTED
}
