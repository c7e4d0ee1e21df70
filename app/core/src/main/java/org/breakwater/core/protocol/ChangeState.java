package org.breakwater.core.protocol;

/// Where a parameter change stands. EXPIRED is never stored: time makes it so. (`IParameterRegistry.ChangeState`)
public enum ChangeState {
    NONE,
    PENDING,
    EXECUTED,
    CANCELLED,
    EXPIRED
}
