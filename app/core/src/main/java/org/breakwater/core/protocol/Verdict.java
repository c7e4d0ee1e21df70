package org.breakwater.core.protocol;

/// Answer of a trigger adapter. (`Verdict`)
public enum Verdict {
    NOT_TRIGGERED,
    TRIGGERED,
    AMBIGUOUS,
    STALE
}
