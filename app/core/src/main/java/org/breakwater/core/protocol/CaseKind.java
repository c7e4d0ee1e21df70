package org.breakwater.core.protocol;

/// What a case of the tribunal decides. (`CaseKind`)
public enum CaseKind {
    INCIDENT,
    CLAIM
}
