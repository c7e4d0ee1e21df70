package org.breakwater.core.protocol;

/// Why a policy ended before or after its time. (`IUnderwriting.CloseReason`)
public enum CloseReason {
    NONE,
    EXPIRED,
    CANCELLED,
    EXHAUSTED
}
