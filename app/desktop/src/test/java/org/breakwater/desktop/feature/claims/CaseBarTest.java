package org.breakwater.desktop.feature.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.acting.Person;
import org.breakwater.core.fact.CaseFact.Case;
import org.breakwater.core.governor.JurorOnChain;
import org.breakwater.core.protocol.BallotChoice;
import org.breakwater.core.protocol.CaseKind;
import org.breakwater.core.protocol.CaseOutcome;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;
import org.breakwater.desktop.feature.claims.CaseBar.Offer;
import org.breakwater.desktop.feature.claims.CaseVoteViewModel.Matter;
import org.breakwater.desktop.feature.claims.CaseVoteViewModel.Running;
import org.breakwater.desktop.feature.claims.CaseVoteViewModel.Standing;
import org.junit.jupiter.api.Test;

/// What is offered to whoever acts in a case, and who is told that they do not vote.
class CaseBarTest {

    private static final BigInteger TOKEN = BigInteger.TEN.pow(18);
    private static final Address VOTER = Address.parse("0x" + "33".repeat(20));
    private static final long OPENS = 1_700_000_000;
    private static final long CLOSES = OPENS + 345_600;

    private static Matter matter(long time, Map<Address, String> parties) {
        var view = new Case(
                Address.ZERO,
                41,
                CaseKind.CLAIM,
                CaseOutcome.OPEN,
                0,
                0,
                OPENS - 86_400,
                OPENS,
                OPENS,
                CLOSES,
                5,
                0,
                TOKEN,
                TOKEN.multiply(BigInteger.valueOf(400_000)),
                TOKEN,
                BigInteger.ZERO,
                BigInteger.ZERO,
                BigInteger.ZERO,
                BigInteger.ZERO,
                0);
        return new Matter(
                CaseKind.CLAIM,
                41,
                Optional.of(new Running(17, view)),
                Address.ZERO,
                Optional.of(VOTER),
                Optional.empty(),
                Optional.empty(),
                true,
                parties,
                Map.of(),
                List.of(),
                Optional.empty(),
                CaseOutcome.NO_QUORUM,
                0,
                9,
                time);
    }

    private static Standing standing(Matter matter, long weight, long power, long shares, CaseOutcome outcome) {
        return new Standing(
                matter,
                Optional.of(new Person(VOTER, "Voter 3", Person.Means.LOCAL_NETWORK)),
                Optional.of(new JurorOnChain(
                        new BlockRef(9, Hash32.ZERO, Instant.EPOCH),
                        VOTER,
                        TOKEN.multiply(BigInteger.valueOf(weight)),
                        TOKEN.multiply(BigInteger.valueOf(power)),
                        TOKEN.multiply(BigInteger.valueOf(400_000)),
                        Optional.empty(),
                        BigInteger.ZERO,
                        BigInteger.valueOf(shares),
                        BigInteger.valueOf(10_000),
                        outcome,
                        0)),
                Optional.empty());
    }

    @Test
    void aVoterVotesWhileTheVoteIsOpenAndSeesTheCap() {
        var bar = CaseBar.of(standing(matter(OPENS + 1, Map.of()), 400_000, 900_000, 0, CaseOutcome.NO_QUORUM));

        assertThat(bar.weight())
                .startsWith("Voter 3 counts for 400,000 votes, capped, of 900,000")
                .endsWith("UTC");
        assertThat(bar.offers()).containsExactly(Offer.VOTE, Offer.EVIDENCE);
        assertThat(bar.interest()).isEmpty();
    }

    @Test
    void beforeTheVoteOpensAndAfterItClosesNobodyVotes() {
        var before = CaseBar.of(standing(matter(OPENS - 1, Map.of()), 5, 5, 0, CaseOutcome.NO_QUORUM));
        assertThat(before.offers()).containsExactly(Offer.EVIDENCE);
        assertThat(before.missing()).startsWith("The vote opens");
        var after = CaseBar.of(standing(matter(CLOSES, Map.of()), 5, 5, 0, CaseOutcome.NO_QUORUM));
        assertThat(after.offers()).containsExactly(Offer.COUNT, Offer.EVIDENCE);
    }

    @Test
    void aPartyIsToldWhyTheyDoNotVote() {
        var known = CaseBar.of(
                standing(matter(OPENS + 1, Map.of(VOTER, "made this claim")), 0, 5, 0, CaseOutcome.NO_QUORUM));
        assertThat(known.weight()).isEqualTo("Voter 3 made this claim: a party does not vote");
        assertThat(known.offers()).doesNotContain(Offer.VOTE);
        var unknown = CaseBar.of(standing(matter(OPENS + 1, Map.of()), 0, 5, 0, CaseOutcome.NO_QUORUM));
        assertThat(unknown.weight()).contains("is a party by what the tribunal says");
    }

    @Test
    void aShareInThePoolThatWouldPayIsShownAndKeepsNobodyFromVoting() {
        var bar = CaseBar.of(standing(matter(OPENS + 1, Map.of()), 5, 5, 320, CaseOutcome.NO_QUORUM));

        assertThat(bar.interest()).isEqualTo("Holds 3.20\u00a0% of the pool that would pay");
        assertThat(bar.offers()).contains(Offer.VOTE);
    }

    @Test
    void anotherCountOfTheTribunalIsSeen() {
        var matter = matter(OPENS + 1, Map.of());

        assertThat(standing(matter, 5, 5, 0, CaseOutcome.NO_QUORUM).disagrees()).isFalse();
        assertThat(standing(matter, 5, 5, 0, CaseOutcome.ACCEPTED).disagrees()).isTrue();
    }

    @Test
    void aBallotIsReadBackAsItWasCast() {
        assertThat(CaseBar.word(new JurorOnChain.Cast(BallotChoice.PAY_PARTIAL, 4_500, TOKEN, Hash32.ZERO)))
                .isEqualTo("Pay 45 %");
        assertThat(CaseBar.word(new JurorOnChain.Cast(BallotChoice.PAY, 10_000, TOKEN, Hash32.ZERO)))
                .isEqualTo("Pay");
    }
}
