package org.breakwater.core.projection;

import java.math.BigInteger;
import org.breakwater.core.fact.TimelockFact.CallScheduled;
import org.breakwater.core.projection.view.Proposal;
import org.breakwater.core.projection.view.TimelockOperation;
import org.breakwater.core.projection.view.Vote;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// What is known of votes, proposals and the Timelock.
///
/// @param order proposals by their place, from 0
/// @param checkpoints votes of a delegate as they changed, numbered from 0
/// @param settings of the Governor and the Timelock
/// @param quorums numerators as they changed, numbered from 0
record GovernanceRecords(
        Table<BigInteger, Proposal> proposals,
        Table<Long, BigInteger> order,
        Table<VoteKey, Vote> votes,
        Table<Setting, BigInteger> settings,
        Table<Long, Checkpoint> quorums,
        Table<Address, Address> delegates,
        Table<CheckpointKey, Checkpoint> checkpoints,
        Table<Address, Long> checkpointCounts,
        Table<Hash32, TimelockOperation> operations,
        Table<CallKey, CallScheduled> calls,
        Table<TimelockRoleKey, Boolean> timelockRoles,
        Table<Latest, Hash32> latest) {

    record VoteKey(BigInteger proposalId, Address voter) {}

    /// Seconds, but for the threshold, which is votes.
    enum Setting {
        VOTING_DELAY,
        VOTING_PERIOD,
        PROPOSAL_THRESHOLD,
        LATE_QUORUM_EXTENSION,
        TIMELOCK_DELAY
    }

    /// @param at seconds since 1970
    record Checkpoint(long at, BigInteger value) {}

    record CheckpointKey(Address delegate, long number) {}

    record CallKey(Hash32 operation, BigInteger index) {}

    record TimelockRoleKey(Hash32 role, Address account) {}

    /// What the next fact of its transaction refers to.
    enum Latest {
        SCHEDULED
    }

    static GovernanceRecords in(Journal journal) {
        return new GovernanceRecords(
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal));
    }

    GovernanceRecords frozen() {
        return new GovernanceRecords(
                proposals.frozen(),
                order.frozen(),
                votes.frozen(),
                settings.frozen(),
                quorums.frozen(),
                delegates.frozen(),
                checkpoints.frozen(),
                checkpointCounts.frozen(),
                operations.frozen(),
                calls.frozen(),
                timelockRoles.frozen(),
                latest.frozen());
    }

    /// Votes of a delegate at a time that has passed.
    BigInteger pastVotes(Address delegate, long at) {
        for (long number = checkpointCounts.get(delegate, 0L) - 1; number >= 0; number--) {
            var checkpoint = checkpoints.require(
                    new CheckpointKey(delegate, number), () -> "a checkpoint of " + delegate + " is missing");
            if (checkpoint.at() <= at) {
                return checkpoint.value();
            }
        }
        return BigInteger.ZERO;
    }

    /// Percent of supply that a vote at a time needs.
    BigInteger quorumNumerator(long at) {
        for (long number = quorums.size() - 1L; number >= 0; number--) {
            var checkpoint = quorums.require(number, () -> "a quorum is missing");
            if (checkpoint.at() <= at) {
                return checkpoint.value();
            }
        }
        return BigInteger.ZERO;
    }
}
