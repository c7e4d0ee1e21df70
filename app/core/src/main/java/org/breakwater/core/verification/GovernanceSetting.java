package org.breakwater.core.verification;

/// What the DAO may change about itself, each with the contract that keeps it.
public enum GovernanceSetting {
    /// Seconds between queueing and executing.
    TIMELOCK_DELAY("TimelockController", "The delay of the timelock in seconds"),
    /// Seconds between a proposal and its vote.
    VOTING_DELAY("CoverGovernor", "The Governor's voting delay in seconds"),
    /// Seconds that a vote lasts.
    VOTING_PERIOD("CoverGovernor", "The Governor's voting period in seconds"),
    /// Votes needed to propose, in units of 10^-18 token.
    PROPOSAL_THRESHOLD("CoverGovernor", "The Governor's proposal threshold in units of 1e-18 token"),
    /// Share of the supply that has to vote for or abstain.
    QUORUM_PERCENT("CoverGovernor", "The Governor's quorum in percent of the supply"),
    /// Seconds that a vote lasts at least once quorum is reached.
    LATE_QUORUM_EXTENSION("CoverGovernor", "The Governor's extension of a late quorum in seconds");

    private final String contract;
    private final String words;

    GovernanceSetting(String contract, String words) {
        this.contract = contract;
        this.words = words;
    }

    public String contract() {
        return contract;
    }

    @Override
    public String toString() {
        return words;
    }
}
