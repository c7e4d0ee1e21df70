package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.breakwater.core.governor.BallotReason;
import org.breakwater.core.projection.view.BallotView;
import org.breakwater.core.projection.view.CaseView;
import org.breakwater.core.protocol.BallotChoice;
import org.breakwater.core.protocol.CaseKind;
import org.breakwater.core.protocol.CaseOutcome;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Token holders at the window decide about a claim in dispute; the tribunal is asked what it has of it.
@SuppressWarnings("EnumOrdinal") // as the tribunal numbers choices and outcomes
class ClaimVoteScenarioTest extends FxTest {

    private OpenConsole open;
    private VotingHand hand;

    @BeforeEach
    void open() throws Exception {
        open = OpenConsole.onTheWorld();
        hand = new VotingHand(open);
    }

    @AfterEach
    void close() {
        open.close();
    }

    /// One about a claim, whose vote closes last.
    private CaseView openCase() {
        return open.known().view().cases().stream()
                .filter(each -> each.case_().outcome() == CaseOutcome.OPEN
                        && each.case_().kind() == CaseKind.CLAIM
                        && each.case_().closes() > open.known().time())
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private BigInteger asked(String function, Bytes... arguments) throws Exception {
        return askedAll(function, arguments).getFirst();
    }

    private List<BigInteger> askedAll(String function, Bytes... arguments) throws Exception {
        return new AskedChain(open.network(), open.network().node().head().number())
                .ask(open.network().deployment().address("Tribunal"), function, arguments);
    }

    /// Whoever counts for most and has not voted.
    private List<String> voters(CaseView view) throws Exception {
        var voted = open.known().view().ballots(view.caseId()).stream()
                .map(BallotView::voter)
                .toList();
        return open.network().description().accounts().stream()
                .filter(account -> account.name().startsWith("Voter ") && !voted.contains(account.address()))
                .filter(account -> weight(view, account.name()).signum() > 0)
                .sorted((one, other) -> weight(view, other.name()).compareTo(weight(view, one.name())))
                .limit(5)
                .map(account -> account.name())
                .toList();
    }

    private BigInteger weight(CaseView view, String voter) {
        try {
            return asked("weightOf(uint64,address)", Word.of(view.caseId()), Word.of(hand.account(voter)));
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private void vote(String voter, String choice, String percent) {
        hand.actAs(voter);
        hand.press("#offer-vote");
        hand.awaitNode("#case-reason");
        hand.choose(choice);
        if (!percent.isEmpty()) {
            hand.type("#case-percent", percent);
        }
        hand.type("#case-clause", "4.2");
        hand.type("#case-reason", "The readings show less than was asked for.");
        hand.press("#case-read-back");
        hand.send("Your ballot counts.");
    }

    @Test
    void fiveVotersDecideAClaimInPartAndTheTribunalCountsAsThisProgramDoes() throws Exception {
        var view = openCase();
        var opens = view.case_().opens();
        if (opens >= open.known().time()) {
            open.network()
                    .time()
                    .moveAhead(Duration.ofSeconds(opens - open.known().time() + 60));
            FxTest.await(() -> open.known().time() > opens);
        }
        var voters = voters(view);
        assertThat(voters).hasSize(5);
        open.goTo(new Place.Claim(view.case_().refId()), "Turnout, case");
        assertThat(open.words())
                .as("hidden until one votes")
                .anyMatch(words -> words.contains("hidden until you vote"));

        hand.actAs(voters.getFirst());
        hand.press("#offer-vote");
        hand.awaitNode("#case-reason");
        hand.choose("Pay a part");
        hand.type("#case-percent", "40");
        hand.type("#case-clause", "4.2");
        hand.type("#case-reason", "The readings show less than was asked for.");
        open.picture("case-vote-light");
        hand.press("#case-read-back");
        hand.awaitNode("#act-send");
        assertThat(open.text("#act-sentence")).startsWith("Vote Pay 40").contains("in case " + view.caseId());
        open.picture("case-read-back-light");
        hand.send("Your ballot counts.");
        FxTest.await(() -> "Your ballot: Pay 40 %".equals(open.text("#case-ballot")));
        open.picture("case-voted-light");
        var ballot =
                askedAll("ballot(uint64,address)", Word.of(view.caseId()), Word.of(hand.account(voters.getFirst())));
        assertThat(ballot.get(0)).isEqualTo(BigInteger.valueOf(BallotChoice.PAY_PARTIAL.ordinal()));
        assertThat(ballot.get(1)).isEqualTo(BigInteger.valueOf(4_000));
        assertThat(ballot.get(4))
                .isEqualTo(new BallotReason(view.caseId(), "4.2", "The readings show less than was asked for.")
                        .hash()
                        .bytes()
                        .toUnsigned());

        changes(voters.getFirst());
        vote(voters.get(1), "Pay a part", "40");
        vote(voters.get(2), "Pay a part", "60");
        vote(voters.get(3), "Pay", "");
        vote(voters.get(4), "Deny", "");
        decided(view);
    }

    /// A second thought, by signature: the keeper sends it.
    private void changes(String voter) throws Exception {
        hand.press("#offer-change");
        hand.awaitNode("#case-reason");
        hand.choose("Pay a part");
        hand.type("#case-percent", "45");
        hand.type("#case-reason", "A little more, by the second reading.");
        hand.choose("By a signature");
        hand.press("#case-read-back");
        hand.awaitNode("#act-sign");
        open.wear(Scheme.DARK);
        open.picture("case-ballot-dark");
        hand.press("#act-sign");
        hand.send("Your ballot counts.");
        FxTest.await(() -> "Your ballot: Pay 45 %".equals(open.text("#case-ballot")));
        assertThat(asked("nonces(address)", Word.of(hand.account(voter)))).isEqualTo(BigInteger.ONE);
    }

    private void decided(CaseView view) throws Exception {
        var closes = askedAll("case_(uint64)", Word.of(view.caseId())).get(9).longValueExact();
        open.network().time().moveAhead(Duration.ofSeconds(closes - open.known().time() + 60));
        FxTest.await(() -> open.known().time() > closes);
        var outcome = open.known().view().outcome(view.caseId());
        var decided = open.known().view().decidedBps(view.caseId());
        hand.press("#offer-count");
        open.picture("case-count-dark");
        hand.send("The case is decided.");

        var chains = askedAll("tally(uint64)", Word.of(view.caseId()));
        assertThat(chains.get(0)).isEqualTo(BigInteger.valueOf(outcome.ordinal()));
        assertThat(chains.get(1)).isEqualTo(BigInteger.valueOf(decided));
        assertThat(outcome).isEqualTo(CaseOutcome.ACCEPTED);
        assertThat(decided).as("a part").isBetween(1, 9_999);
        FxTest.await(() -> open.known().view().cases().stream()
                .filter(each -> each.caseId() == view.caseId())
                .anyMatch(each -> each.case_().outcome() == CaseOutcome.ACCEPTED
                        && each.case_().decidedBps() == decided));
        open.picture("case-decided-dark");
    }

    @Test
    void aDeniedClaimIsAppealedByItsClaimantWithNewEvidence() throws Exception {
        var view = openCase();
        open.goTo(new Place.Claim(view.case_().refId()), "Turnout, case");
        for (var voter : voters(view)) {
            vote(voter, "Deny", "");
        }
        var closes = askedAll("case_(uint64)", Word.of(view.caseId())).get(9).longValueExact();
        open.network().time().moveAhead(Duration.ofSeconds(closes - open.known().time() + 60));
        FxTest.await(() -> open.known().time() > closes);
        hand.press("#offer-count");
        hand.send("The case is decided.");

        hand.press("#offer-as-claimant");
        hand.press("#offer-appeal");
        hand.press("#deposit-allow");
        hand.send("The contract may take it.");
        hand.press("#offer-appeal");
        hand.type("#evidence-text", "A second reading of the position, taken after the vote.");
        open.picture("case-appeal-light");
        hand.press("#evidence-read-back");
        hand.send("The claim is appealed.");

        FxTest.await(() -> open.known().view().claims().stream()
                .anyMatch(each -> each.claimId() == view.case_().refId()
                        && each.claim().appeals() == 1
                        && each.claim()
                                .evidenceRoot()
                                .equals(Keccak.hash("A second reading of the position, taken after the vote."))));
        hand.press("#offer-evidence");
        hand.type("#evidence-text", "The reading itself.");
        hand.type("#evidence-address", "ipfs://reading");
        hand.press("#evidence-read-back");
        hand.send("The evidence is filed.");
        assertThat(asked(
                        "evidenceCount(uint8,uint64)",
                        Word.of(1),
                        Word.of(view.case_().refId())))
                .isEqualTo(BigInteger.valueOf(3));
    }
}
