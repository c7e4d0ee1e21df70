package org.breakwater.core.protocol;

/// Life of a subject: CANDIDATE → LISTED ↔ SUSPENDED → RUN_OFF → DELISTED. (`Status`)
public enum SubjectStatus {
    NONE,
    CANDIDATE,
    LISTED,
    SUSPENDED,
    RUN_OFF,
    DELISTED
}
