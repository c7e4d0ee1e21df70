package org.breakwater.core.protocol;

/// What a ballot says. (`ITribunal.Choice`)
public enum BallotChoice {
    NONE,
    PAY,
    PAY_PARTIAL,
    DENY,
    ABSTAIN
}
