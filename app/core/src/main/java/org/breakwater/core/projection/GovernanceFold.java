package org.breakwater.core.projection;

import java.math.BigInteger;
import java.util.function.UnaryOperator;
import org.breakwater.core.fact.GovernorFact;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.fact.TimelockFact;
import org.breakwater.core.fact.VotesFact;
import org.breakwater.core.projection.GovernanceRecords.CallKey;
import org.breakwater.core.projection.GovernanceRecords.Checkpoint;
import org.breakwater.core.projection.GovernanceRecords.CheckpointKey;
import org.breakwater.core.projection.GovernanceRecords.Latest;
import org.breakwater.core.projection.GovernanceRecords.Setting;
import org.breakwater.core.projection.GovernanceRecords.TimelockRoleKey;
import org.breakwater.core.projection.GovernanceRecords.VoteKey;
import org.breakwater.core.projection.view.Proposal;
import org.breakwater.core.projection.view.TimelockOperation;
import org.breakwater.core.projection.view.Vote;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// Folds votes, proposals and what the Timelock does.
record GovernanceFold(GovernanceRecords records) {

    void apply(VotesFact fact, LoggedFact logged) {
        switch (fact) {
            case VotesFact.DelegateChanged changed ->
                records.delegates().put(changed.delegator(), changed.toDelegate());
            case VotesFact.DelegateVotesChanged changed ->
                votesChanged(changed.delegate(), changed.newVotes(), logged.time());
        }
    }

    private void votesChanged(Address delegate, BigInteger votes, long at) {
        var count = records.checkpointCounts().get(delegate, 0L);
        var last = records.checkpoints().find(new CheckpointKey(delegate, count - 1));
        var sameTime = last.isPresent() && last.get().at() == at;
        var number = sameTime ? count - 1 : count;
        records.checkpoints().put(new CheckpointKey(delegate, number), new Checkpoint(at, votes));
        records.checkpointCounts().put(delegate, number + 1);
    }

    void apply(GovernorFact fact, LoggedFact logged) {
        var at = logged.time();
        switch (fact) {
            case GovernorFact.ProposalCreated created -> {
                records.order().put((long) records.order().size(), created.proposalId());
                records.proposals().put(created.proposalId(), Proposal.of(created));
            }
            case GovernorFact.VoteCast cast ->
                cast(
                        new VoteKey(cast.proposalId(), cast.voter()),
                        new Vote(cast.support(), cast.weight(), cast.reason(), at));
            case GovernorFact.VoteCastWithParams cast ->
                cast(
                        new VoteKey(cast.proposalId(), cast.voter()),
                        new Vote(cast.support(), cast.weight(), cast.reason(), at));
            case GovernorFact.ProposalExtended extended ->
                proposal(extended.proposalId(), proposal -> proposal.until(extended.extendedDeadline()));
            // Queuing schedules the operation just before it says so.
            case GovernorFact.ProposalQueued queued ->
                proposal(
                        queued.proposalId(),
                        proposal -> proposal.queuedAs(records.latest().find(Latest.SCHEDULED)));
            case GovernorFact.ProposalExecuted executed ->
                proposal(executed.proposalId(), proposal -> proposal.over(true));
            case GovernorFact.ProposalCanceled canceled ->
                proposal(canceled.proposalId(), proposal -> proposal.over(false));
            case GovernorFact.VotingDelaySet set -> set(Setting.VOTING_DELAY, set.newVotingDelay());
            case GovernorFact.VotingPeriodSet set -> set(Setting.VOTING_PERIOD, set.newVotingPeriod());
            case GovernorFact.ProposalThresholdSet set -> set(Setting.PROPOSAL_THRESHOLD, set.newProposalThreshold());
            case GovernorFact.LateQuorumVoteExtensionSet set ->
                set(Setting.LATE_QUORUM_EXTENSION, BigInteger.valueOf(set.newVoteExtension()));
            case GovernorFact.QuorumNumeratorUpdated updated ->
                records.quorums()
                        .put((long) records.quorums().size(), new Checkpoint(at, updated.newQuorumNumerator()));
            // Who is followed says so.
            case GovernorFact.TimelockChange _ -> {}
        }
    }

    private void cast(VoteKey key, Vote vote) {
        records.votes().put(key, vote);
        proposal(key.proposalId(), proposal -> proposal.voted(vote.support(), vote.weight()));
    }

    private void proposal(BigInteger proposalId, UnaryOperator<Proposal> change) {
        records.proposals().change(proposalId, () -> "proposal " + proposalId + " was never made", change);
    }

    private void set(Setting setting, BigInteger value) {
        records.settings().put(setting, value);
    }

    void apply(TimelockFact fact, LoggedFact logged) {
        switch (fact) {
            case TimelockFact.CallScheduled scheduled -> scheduled(scheduled, logged.time());
            case TimelockFact.CallSalt salt -> operation(salt.id(), operation -> operation.salted(salt.salt()));
            case TimelockFact.CallExecuted executed -> operation(executed.id(), operation -> operation.over(true));
            case TimelockFact.Cancelled cancelled -> operation(cancelled.id(), operation -> operation.over(false));
            case TimelockFact.MinDelayChange change -> set(Setting.TIMELOCK_DELAY, change.newDuration());
            // The Timelock's own roles have no other admin than itself.
            case TimelockFact.RoleAdminChanged _ -> {}
            case TimelockFact.RoleGranted granted ->
                records.timelockRoles().put(new TimelockRoleKey(granted.role(), granted.account()), true);
            case TimelockFact.RoleRevoked revoked ->
                records.timelockRoles().remove(new TimelockRoleKey(revoked.role(), revoked.account()));
        }
    }

    private void scheduled(TimelockFact.CallScheduled scheduled, long at) {
        records.calls().put(new CallKey(scheduled.id(), scheduled.index()), scheduled);
        records.operations()
                .put(
                        scheduled.id(),
                        new TimelockOperation(
                                scheduled.delay().longValueExact() + at,
                                scheduled.index().intValueExact() + 1,
                                scheduled.predecessor(),
                                Hash32.ZERO,
                                false,
                                false));
        records.latest().put(Latest.SCHEDULED, scheduled.id());
    }

    private void operation(Hash32 id, UnaryOperator<TimelockOperation> change) {
        records.operations().change(id, () -> "operation " + id + " was never scheduled", change);
    }
}
