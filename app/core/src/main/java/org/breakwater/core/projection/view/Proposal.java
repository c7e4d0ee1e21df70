package org.breakwater.core.projection.view;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.fact.GovernorFact.ProposalCreated;
import org.breakwater.core.value.Hash32;

/// A proposal to the DAO.
///
/// @param deadline last time to vote, seconds since 1970; a late quorum extends it
/// @param operation of the Timelock that carries it out, once it is queued
public record Proposal(
        ProposalCreated created,
        BigInteger againstVotes,
        BigInteger forVotes,
        BigInteger abstainVotes,
        long deadline,
        Optional<Hash32> operation,
        boolean canceled,
        boolean executed) {

    public static Proposal of(ProposalCreated created) {
        return new Proposal(
                created,
                BigInteger.ZERO,
                BigInteger.ZERO,
                BigInteger.ZERO,
                created.voteEnd().longValueExact(),
                Optional.empty(),
                false,
                false);
    }

    /// @param support 0 against, 1 for, 2 abstain
    public Proposal voted(int support, BigInteger weight) {
        return new Proposal(
                created,
                support == 0 ? againstVotes.add(weight) : againstVotes,
                support == 1 ? forVotes.add(weight) : forVotes,
                support == 2 ? abstainVotes.add(weight) : abstainVotes,
                deadline,
                operation,
                canceled,
                executed);
    }

    public Proposal until(long later) {
        return new Proposal(created, againstVotes, forVotes, abstainVotes, later, operation, canceled, executed);
    }

    public Proposal queuedAs(Optional<Hash32> scheduled) {
        return new Proposal(created, againstVotes, forVotes, abstainVotes, deadline, scheduled, canceled, executed);
    }

    public Proposal over(boolean wasExecuted) {
        return new Proposal(
                created, againstVotes, forVotes, abstainVotes, deadline, operation, !wasExecuted, wasExecuted);
    }
}
