package org.breakwater.desktop.feature.proposals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.acting.Person;
import org.breakwater.core.governor.Dao;
import org.breakwater.core.governor.OperationState;
import org.breakwater.core.governor.ProposalActions;
import org.breakwater.core.governor.ProposalOnChain;
import org.breakwater.core.governor.VoterOnChain;
import org.breakwater.core.projection.view.ProposalState;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.desktop.feature.proposals.VoteBar.Offer;
import org.breakwater.desktop.feature.proposals.VoteViewModel.Looked;
import org.breakwater.desktop.feature.proposals.VoteViewModel.Standing;
import org.junit.jupiter.api.Test;

/// What is offered to whoever acts, by what the chain says and by nothing else.
class VoteBarTest {

    private static final BigInteger TOKEN = BigInteger.TEN.pow(18);
    private static final Address VOTER = address(3);
    private static final Address PROPOSER = address(4);
    private static final Dao DAO =
            new Dao(new ChainId(31_337), address(1), address(2), address(5), address(6), address(7), address(9));

    private static final ProposalActions ACTIONS = new ProposalActions(
            List.of(address(8)), List.of(BigInteger.ZERO), List.of(Bytes.EMPTY), Keccak.hash("Why"));

    private static Address address(int number) {
        return Address.parse("0x" + String.format("%040x", number));
    }

    private static ProposalOnChain proposal(ProposalState state, OperationState operation, BigInteger id) {
        return new ProposalOnChain(
                new BlockRef(9, Hash32.ZERO, Instant.EPOCH),
                id,
                state,
                1_700_000_000,
                1_700_400_000,
                operation == OperationState.UNSET ? Optional.empty() : Optional.of(1_700_600_000L),
                true,
                BigInteger.ZERO,
                BigInteger.ZERO,
                BigInteger.ZERO,
                Optional.of(TOKEN),
                ACTIONS.operation(DAO.governor()),
                operation,
                86_400);
    }

    private static VoterOnChain voter(boolean hasVoted, long power, long balance, Address delegate) {
        return new VoterOnChain(
                VOTER,
                hasVoted,
                Optional.of(TOKEN.multiply(BigInteger.valueOf(power))),
                BigInteger.ZERO,
                TOKEN.multiply(BigInteger.valueOf(balance)),
                delegate,
                BigInteger.ZERO);
    }

    private static VoteBar bar(ProposalOnChain proposal, VoterOnChain voter) {
        return VoteBar.of(
                new Standing(
                        new Looked(ACTIONS.id(), "proposal 14", ACTIONS, "Why", 9),
                        proposal,
                        Optional.of(new Person(VOTER, "Voter 3", Person.Means.LOCAL_NETWORK)),
                        Optional.of(voter)),
                Optional.empty(),
                PROPOSER,
                DAO);
    }

    private static ProposalOnChain in(ProposalState state) {
        return proposal(state, OperationState.UNSET, ACTIONS.id());
    }

    @Test
    void whoHadVotesAndHasNotVotedCanVote() {
        var bar = bar(in(ProposalState.ACTIVE), voter(false, 312_400, 0, VOTER));

        assertThat(bar.power()).isEqualTo("Voter 3 has 312,400 votes, counted 14 Nov 22:13 UTC");
        assertThat(bar.vote()).isEqualTo("Your vote: not cast");
        assertThat(bar.offers()).containsExactly(Offer.VOTE);
    }

    @Test
    void aVoteIsCastOnceAndOnlyWithVotes() {
        assertThat(bar(in(ProposalState.ACTIVE), voter(true, 5, 0, VOTER)).offers())
                .isEmpty();
        var without = bar(in(ProposalState.ACTIVE), voter(false, 0, 0, VOTER));
        assertThat(without.offers()).isEmpty();
        assertThat(without.missing()).isEqualTo("Without votes at that time there is nothing to cast");
    }

    @Test
    void tokensThatNobodyVotesWithCanBeGivenADelegate() {
        var bar = bar(in(ProposalState.ACTIVE), voter(false, 0, 40, Address.ZERO));

        assertThat(bar.power()).isEqualTo("Voter 3 holds 40 votes, and nobody was named to vote with them");
        assertThat(bar.offers()).containsExactly(Offer.DELEGATE);
    }

    @Test
    void whatPassedIsQueuedAndWhatWaitedIsExecutedByAnybody() {
        assertThat(bar(in(ProposalState.SUCCEEDED), voter(false, 0, 0, VOTER)).offers())
                .containsExactly(Offer.QUEUE);
        var waiting = proposal(ProposalState.QUEUED, OperationState.WAITING, ACTIONS.id());
        assertThat(bar(waiting, voter(false, 0, 0, VOTER)).offers()).isEmpty();
        assertThat(bar(waiting, voter(false, 0, 0, VOTER)).missing()).startsWith("The timelock holds it until");
        var ready = proposal(ProposalState.QUEUED, OperationState.READY, ACTIONS.id());
        assertThat(bar(ready, voter(false, 0, 0, VOTER)).offers()).containsExactly(Offer.EXECUTE);
    }

    @Test
    void whatIsLostSaysWhyAndCanBeWrittenAgain() {
        var lost = bar(in(ProposalState.DEFEATED), voter(true, 5, 0, VOTER));
        assertThat(lost.power()).isEqualTo("Defeated: the quorum lacked 1 votes");
        assertThat(lost.offers()).containsExactly(Offer.AGAIN);
        assertThat(VoteBar.concerns(ProposalState.DEFEATED)).isTrue();
        assertThat(VoteBar.concerns(ProposalState.EXECUTED)).isFalse();
    }

    @Test
    void anIdThatTheChainDoesNotGiveTakesEveryButtonAway() {
        var other = proposal(ProposalState.ACTIVE, OperationState.UNSET, BigInteger.ONE);
        var bar = bar(other, voter(false, 5, 0, VOTER));

        assertThat(bar.offers()).isEmpty();
        assertThat(bar.wrong()).contains("do not act on it");
    }
}
