package org.breakwater.core.fact;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// What the Governor says. Votes are in 1e-18 token.
public sealed interface GovernorFact extends ProtocolFact {

    /// @param values wei
    record ProposalCreated(
            BigInteger proposalId,
            Address proposer,
            List<Address> targets,
            List<BigInteger> values,
            List<String> signatures,
            List<Bytes> calldatas,
            BigInteger voteStart,
            BigInteger voteEnd,
            String description)
            implements GovernorFact {

        public ProposalCreated {
            targets = List.copyOf(targets);
            values = List.copyOf(values);
            signatures = List.copyOf(signatures);
            calldatas = List.copyOf(calldatas);
        }
    }

    record ProposalQueued(BigInteger proposalId, BigInteger etaSeconds) implements GovernorFact {}

    record ProposalExecuted(BigInteger proposalId) implements GovernorFact {}

    record ProposalCanceled(BigInteger proposalId) implements GovernorFact {}

    record ProposalExtended(BigInteger proposalId, long extendedDeadline) implements GovernorFact {}

    /// @param support 0 against, 1 for, 2 abstain
    record VoteCast(Address voter, BigInteger proposalId, int support, BigInteger weight, String reason)
            implements GovernorFact {}

    record VoteCastWithParams(
            Address voter, BigInteger proposalId, int support, BigInteger weight, String reason, Bytes params)
            implements GovernorFact {}

    /// Seconds.
    record VotingDelaySet(BigInteger oldVotingDelay, BigInteger newVotingDelay) implements GovernorFact {}

    /// Seconds.
    record VotingPeriodSet(BigInteger oldVotingPeriod, BigInteger newVotingPeriod) implements GovernorFact {}

    record ProposalThresholdSet(BigInteger oldProposalThreshold, BigInteger newProposalThreshold)
            implements GovernorFact {}

    /// Percent of supply.
    record QuorumNumeratorUpdated(BigInteger oldQuorumNumerator, BigInteger newQuorumNumerator)
            implements GovernorFact {}

    /// Seconds.
    record LateQuorumVoteExtensionSet(long oldVoteExtension, long newVoteExtension) implements GovernorFact {}

    record TimelockChange(Address oldTimelock, Address newTimelock) implements GovernorFact {}
}
