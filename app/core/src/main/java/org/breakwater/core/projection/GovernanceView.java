package org.breakwater.core.projection;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.breakwater.core.projection.GovernanceRecords.Setting;
import org.breakwater.core.projection.GovernanceRecords.VoteKey;
import org.breakwater.core.projection.view.CastVote;
import org.breakwater.core.projection.view.Proposal;
import org.breakwater.core.projection.view.ProposalState;
import org.breakwater.core.projection.view.ProposalView;
import org.breakwater.core.projection.view.TimelockOperation;
import org.breakwater.core.projection.view.Vote;
import org.breakwater.core.protocol.DaoRule;
import org.breakwater.core.protocol.ModuleName;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// The DAO at one time: proposals, votes, and what waits in the Timelock.
public final class GovernanceView {

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private final GovernanceRecords records;
    private final DirectoryRecords directory;
    private final long at;

    GovernanceView(ProtocolRecords records, long at) {
        this.records = records.governance();
        this.directory = records.directory();
        this.at = at;
    }

    /// In the order in which they were made.
    public List<ProposalView> proposals() {
        return LongStream.range(0, records.order().size())
                .mapToObj(place -> records.order().require(place, () -> "a proposal is missing"))
                .map(id -> records.proposals().require(id, () -> "a proposal is missing"))
                .map(proposal -> new ProposalView(proposal, state(proposal), quorum(proposal), operation(proposal)))
                .toList();
    }

    private Optional<TimelockOperation> operation(Proposal proposal) {
        return proposal.operation().flatMap(this::operation);
    }

    /// What waits, or waited, under a number.
    public Optional<TimelockOperation> operation(Hash32 id) {
        return records.operations().find(id);
    }

    private ProposalState state(Proposal proposal) {
        if (proposal.executed()) {
            return ProposalState.EXECUTED;
        }
        if (proposal.canceled()) {
            return ProposalState.CANCELED;
        }
        if (proposal.created().voteStart().compareTo(BigInteger.valueOf(at)) >= 0) {
            return ProposalState.PENDING;
        }
        if (proposal.deadline() >= at) {
            return ProposalState.ACTIVE;
        }
        var turnout = proposal.forVotes().add(proposal.abstainVotes());
        var won = proposal.forVotes().compareTo(proposal.againstVotes()) > 0;
        if (!won || turnout.compareTo(quorum(proposal)) < 0) {
            return ProposalState.DEFEATED;
        }
        return operation(proposal).map(GovernanceView::queued).orElse(ProposalState.SUCCEEDED);
    }

    /// The Timelock may be asked past the Governor.
    private static ProposalState queued(TimelockOperation operation) {
        if (operation.done()) {
            return ProposalState.EXECUTED;
        }
        return operation.cancelled() ? ProposalState.CANCELED : ProposalState.QUEUED;
    }

    /// Votes for and abstentions that the proposal needs, 1e-18 token.
    private BigInteger quorum(Proposal proposal) {
        var snapshot = proposal.created().voteStart().longValueExact();
        return supply().multiply(records.quorumNumerator(snapshot)).divide(HUNDRED);
    }

    public Optional<Vote> vote(BigInteger proposalId, Address voter) {
        return records.votes().find(new VoteKey(proposalId, voter));
    }

    /// Who voted on a proposal and how, the most weight first.
    public List<CastVote> votes(BigInteger proposalId) {
        return records.votes().entries().stream()
                .filter(vote -> vote.getKey().proposalId().equals(proposalId))
                .map(vote -> new CastVote(vote.getKey().voter(), vote.getValue()))
                .sorted(Comparator.comparing((CastVote cast) -> cast.vote().weight())
                        .reversed()
                        .thenComparing(CastVote::voter))
                .toList();
    }

    /// Whether an account has a role in the Timelock of its own.
    public boolean hasTimelockRole(Address account) {
        return records.timelockRoles().entries().stream()
                .anyMatch(role -> role.getKey().account().equals(account) && role.getValue());
    }

    /// Seconds that what passed waits in the Timelock at least, as it is set now.
    public long timelockDelay() {
        return rule(DaoRule.TIMELOCK_DELAY).longValueExact();
    }

    /// A rule as it is set now, in its unit.
    public BigInteger rule(DaoRule rule) {
        return switch (rule) {
            case VOTING_DELAY -> setting(Setting.VOTING_DELAY);
            case VOTING_PERIOD -> setting(Setting.VOTING_PERIOD);
            case PROPOSAL_THRESHOLD -> setting(Setting.PROPOSAL_THRESHOLD);
            case QUORUM -> records.quorumNumerator(at);
            case LATE_EXTENSION -> setting(Setting.LATE_QUORUM_EXTENSION);
            case TIMELOCK_DELAY -> setting(Setting.TIMELOCK_DELAY);
        };
    }

    private BigInteger setting(Setting setting) {
        return records.settings().get(setting, BigInteger.ZERO);
    }

    /// Voting tokens there are, 1e-18 token.
    public BigInteger supply() {
        return directory.module(ModuleName.TOKEN).map(directory::supply).orElse(BigInteger.ZERO);
    }

    /// Votes that can be cast at all, 1e-18 token: those of tokens with which somebody was named to vote.
    public BigInteger delegated() {
        return votesNow().reduce(BigInteger.ZERO, BigInteger::add);
    }

    /// The most that one account has, 1e-18 token.
    public BigInteger mostVotes() {
        return votesNow().max(Comparator.naturalOrder()).orElse(BigInteger.ZERO);
    }

    private Stream<BigInteger> votesNow() {
        return records.checkpointCounts().entries().stream().map(delegate -> records.pastVotes(delegate.getKey(), at));
    }

    /// Votes of a delegate at a time that has passed, 1e-18 token.
    public BigInteger pastVotes(Address delegate, long time) {
        return records.pastVotes(delegate, time);
    }
}
