package org.breakwater.core.governor;

/// What a vote on a proposal says (`GovernorCountingSimple.VoteType`).
public enum Support {
    AGAINST(0),
    FOR(1),
    ABSTAIN(2);

    private final int code;

    Support(int code) {
        this.code = code;
    }

    /// As the Governor counts it.
    public int code() {
        return code;
    }

    /// @throws IllegalArgumentException for what the Governor does not count
    public static Support of(int code) {
        return switch (code) {
            case 0 -> AGAINST;
            case 1 -> FOR;
            case 2 -> ABSTAIN;
            default -> throw new IllegalArgumentException("no vote is " + code);
        };
    }
}
