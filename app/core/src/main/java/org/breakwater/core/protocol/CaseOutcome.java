package org.breakwater.core.protocol;

/// How a case ended. TIE and NO_QUORUM never pay: the council decides, or the case is opened again. (`CaseOutcome`)
public enum CaseOutcome {
    OPEN,
    ACCEPTED,
    DENIED,
    TIE,
    NO_QUORUM
}
