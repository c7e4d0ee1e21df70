package org.breakwater.core.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.fact.CaseFact;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.projection.view.BallotView;
import org.breakwater.core.projection.view.EvidenceView;
import org.breakwater.core.protocol.BallotChoice;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.Test;

/// What came after somebody voted.
class SinceBallotTest {

    private static final long VOTED = 1_700_000_000;
    private static final BallotView BALLOT =
            new BallotView(Address.ZERO, BallotChoice.PAY, 10_000, BigInteger.ONE, Hash32.ZERO, VOTED);

    private static EvidenceView filed(long index, long at) {
        return new EvidenceView(index, Address.ZERO, Hash32.ZERO, "", at, true);
    }

    private static HistoryEntry happened(long at, CaseFact fact) {
        var block = new BlockRef(at - VOTED + 100, Hash32.ZERO, Instant.ofEpochSecond(at));
        return new HistoryEntry(
                new ChainLog(block, Hash32.ZERO, 0, Address.ZERO, List.of(), Bytes.EMPTY),
                new LoggedFact(block, Hash32.ZERO, 0, Address.ZERO, fact));
    }

    private static CaseFact vote() {
        return new CaseFact.VoteCast(1, Address.ZERO, BallotChoice.DENY, 0, BigInteger.ONE, Hash32.ZERO);
    }

    private static final CaseFact EXTENDED = new CaseFact.CaseExtended(1, VOTED + 86_400, 1);

    @Test
    void evidenceFromTheSecondOfTheBallotOnIsNew() {
        var since = SinceBallot.of(
                Optional.of(BALLOT), List.of(filed(0, VOTED - 1), filed(1, VOTED), filed(2, VOTED + 1)), List.of());

        assertThat(since)
                .hasValueSatisfying(news -> assertThat(news.evidence())
                        .extracting(EvidenceView::index)
                        .containsExactly(1L, 2L));
    }

    @Test
    void anExtensionByAnotherIsNewAndHowOthersVotedIsNot() {
        var history = List.of(happened(VOTED + 9, EXTENDED), happened(VOTED + 9, vote()), happened(VOTED, EXTENDED));

        assertThat(SinceBallot.of(Optional.of(BALLOT), List.of(), history))
                .hasValueSatisfying(news -> assertThat(news.facts()).containsExactly(history.getFirst()));
    }

    @Test
    void withoutABallotOrWithoutNewsThereIsNothingToTell() {
        assertThat(SinceBallot.of(Optional.empty(), List.of(filed(0, VOTED)), List.of()))
                .isEmpty();
        assertThat(SinceBallot.of(
                        Optional.of(BALLOT), List.of(filed(0, VOTED - 1)), List.of(happened(VOTED + 1, vote()))))
                .isEmpty();
    }
}
