package org.breakwater.core.protocol;

/// A rule of the DAO by which it decides: the Governor's and the Timelock's own settings. Only a proposal that is
/// carried
/// out changes one (`GovernorSettings`, `GovernorVotesQuorumFraction`, `GovernorPreventLateQuorum`,
/// `TimelockController`).
public enum DaoRule {
    /// Seconds between proposing and the first vote; votes are counted as of its end.
    VOTING_DELAY("setVotingDelay(uint48 newVotingDelay)", ParameterUnit.SECONDS, 48),
    /// Seconds in which votes are taken.
    VOTING_PERIOD("setVotingPeriod(uint32 newVotingPeriod)", ParameterUnit.SECONDS, 32),
    /// Votes that a proposer has to have.
    PROPOSAL_THRESHOLD("setProposalThreshold(uint256 newProposalThreshold)", ParameterUnit.TOKEN, 208),
    /// Percent of the supply that has to vote for or abstain.
    QUORUM("updateQuorumNumerator(uint256 newQuorumNumerator)", ParameterUnit.COUNT, 7),
    /// Seconds that are left to vote at least once the quorum is reached.
    LATE_EXTENSION("setLateQuorumVoteExtension(uint48 newVoteExtension)", ParameterUnit.SECONDS, 48),
    /// Seconds that what passed waits before it can be carried out.
    TIMELOCK_DELAY("updateDelay(uint256 newDelay)", ParameterUnit.SECONDS, 48);

    private final String function;
    private final ParameterUnit unit;
    private final int bits;

    DaoRule(String function, ParameterUnit unit, int bits) {
        this.function = function;
        this.unit = unit;
        this.bits = bits;
    }

    /// The function that changes it, with the name of its only parameter.
    public String function() {
        return function;
    }

    public ParameterUnit unit() {
        return unit;
    }

    /// How many bits a value may have.
    public int bits() {
        return bits;
    }

    /// Whether the Timelock keeps it, and not the Governor.
    public boolean isOfTimelock() {
        return this == TIMELOCK_DELAY;
    }
}
