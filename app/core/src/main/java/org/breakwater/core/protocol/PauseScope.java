package org.breakwater.core.protocol;

/// What the guardian can stop (`PauseScope.sol`). Governance, votes, cancels and refunds have no scope: they cannot be
/// stopped.
public enum PauseScope {
    BUY(1),
    DEPOSIT(2),
    WITHDRAW(4),
    DETECT(8),
    SUBMIT(16),
    PAYOUT(32),
    TREASURY_OUT(64),
    PARAM_LOOSEN(128);

    private final int bit;

    PauseScope(int bit) {
        this.bit = bit;
    }

    /// The scope's place in a set of scopes.
    public int bit() {
        return bit;
    }

    public boolean isIn(int scopes) {
        return (scopes & bit) != 0;
    }
}
