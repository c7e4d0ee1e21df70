package org.breakwater.core.governor;

/// What a vote on a proposal says (`GovernorCountingSimple.VoteType`).
public enum Support {
    AGAINST,
    FOR,
    ABSTAIN;

    /// As the Governor counts it.
    public int code() {
        return ordinal();
    }
}
