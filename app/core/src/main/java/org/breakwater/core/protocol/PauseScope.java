package org.breakwater.core.protocol;

/// What the guardian can stop (`PauseScope.sol`). Governance, votes, cancels and refunds have no scope: they cannot be
/// stopped.
public enum PauseScope {
    BUY,
    DEPOSIT,
    WITHDRAW,
    DETECT,
    SUBMIT,
    PAYOUT,
    TREASURY_OUT,
    PARAM_LOOSEN;

    /// The scope's place in a set of scopes.
    public int bit() {
        return 1 << ordinal();
    }

    public boolean isIn(int scopes) {
        return (scopes & bit()) != 0;
    }
}
