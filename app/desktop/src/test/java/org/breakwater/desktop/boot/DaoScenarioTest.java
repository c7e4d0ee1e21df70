package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextArea;
import org.breakwater.core.governor.BallotWords.Ballot;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.view.ProposalState;
import org.breakwater.core.projection.view.ProposalView;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Word;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// DAO voters at the window: what they do with their own accounts is on the chain afterwards, which is asked.
@SuppressWarnings("EnumOrdinal") // as the Governor numbers states
class DaoScenarioTest extends FxTest {

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

    private ProposalView active() {
        return open.known().view().governance().proposals().stream()
                .filter(view -> view.state() == ProposalState.ACTIVE)
                .findFirst()
                .orElseThrow();
    }

    private static BigInteger id(ProposalView view) {
        return view.proposal().created().proposalId();
    }

    private BigInteger asked(String contract, String function, Bytes... arguments) throws Exception {
        var chain = new AskedChain(open.network(), open.network().node().head().number());
        return chain.ask(open.network().deployment().address(contract), function, arguments)
                .getFirst();
    }

    private boolean hasVoted(ProposalView view, Address voter) throws Exception {
        return asked("CoverGovernor", "hasVoted(uint256,address)", Word.of(id(view)), Word.of(voter))
                        .signum()
                == 1;
    }

    private List<String> notVoted(ProposalView view) {
        var voters = open.known().view().governance().votes(id(view)).stream()
                .map(cast -> cast.voter())
                .toList();
        return open.network().description().accounts().stream()
                .filter(account -> account.name().startsWith("Voter "))
                .filter(account -> !voters.contains(account.address()))
                .filter(account -> open.known()
                                .view()
                                .governance()
                                .pastVotes(
                                        account.address(),
                                        view.proposal().created().voteStart().longValueExact())
                                .signum()
                        > 0)
                .map(account -> account.name())
                .toList();
    }

    @Test
    void aVoterVotesWithAReasonAnotherBySignatureAndAHolderDelegates() throws Exception {
        var proposal = active();
        var voters = notVoted(proposal);
        open.goTo(new Place.Proposal(id(proposal)), "Quorum");
        hand.actAs(voters.getFirst());
        open.awaitWords("Your vote: not cast");
        open.picture("dao-bar-light");
        hand.choose("Review");
        hand.awaitNode("#proposal-verdict");
        open.picture("dao-review-light");
        assertThat(open.words()).anyMatch(words -> words.contains("It would be carried out"));
        hand.choose("Actions");

        hand.press("#offer-vote");
        hand.type("#vote-reason", "The pool holds enough for it.");
        theReasonIsStillThereAfterwards(proposal, voters.getFirst());
        open.picture("dao-vote-light");
        hand.press("#vote-read-back");
        hand.awaitNode("#act-send");
        assertThat(open.text("#act-sentence"))
                .startsWith("Vote For on proposal ")
                .endsWith(", with a public reason");
        open.picture("dao-read-back-light");
        hand.send("Your vote counts.");
        assertThat(hasVoted(proposal, hand.account(voters.getFirst()))).isTrue();
        FxTest.await(() -> open.known()
                .view()
                .governance()
                .vote(id(proposal), hand.account(voters.getFirst()))
                .filter(vote -> vote.reason().equals("The pool holds enough for it.") && vote.support() == 1)
                .isPresent());
        open.awaitWords("Your vote: For");
        open.picture("dao-voted-light");

        hand.actAs(voters.get(1));
        open.awaitWords("Your vote: not cast");
        hand.press("#offer-vote");
        hand.choose("Against");
        hand.choose("By a signature");
        hand.press("#vote-read-back");
        hand.awaitNode("#act-sign");
        open.wear(Scheme.DARK);
        open.picture("dao-ballot-dark");
        hand.press("#act-sign");
        hand.awaitNode("#act-send");
        assertThat(open.text("#act-sentence")).contains("Vote Against").contains("the ballot that " + voters.get(1));
        hand.send("Your vote counts.");
        assertThat(hasVoted(proposal, hand.account(voters.get(1)))).isTrue();
        assertThat(asked("CoverGovernor", "nonces(address)", Word.of(hand.account(voters.get(1)))))
                .isEqualTo(BigInteger.ONE);

        delegation();
    }

    /// It is on the disk while it is written; another look at the page brings it back.
    private void theReasonIsStillThereAfterwards(ProposalView proposal, String voter) {
        var ballot = Ballot.onProposal(open.network().deployment().chain(), id(proposal), hand.account(voter));
        FxTest.await(() -> kept(ballot).equals(Optional.of("The pool holds enough for it.")));
        open.go(new Place.Council());
        open.goTo(new Place.Proposal(id(proposal)), "Your vote: not cast");
        hand.press("#offer-vote");
        hand.awaitNode("#vote-reason");
        FxTest.await(() -> ((TextArea) open.lookup("#vote-reason")).getText().equals("The pool holds enough for it."));
    }

    private Optional<String> kept(Ballot ballot) {
        try {
            return open.wiring().protocol().composing().ballots().find(ballot);
        } catch (ProblemException unread) {
            throw new AssertionError(unread);
        }
    }

    private void delegation() throws Exception {
        hand.actAs("Foundation");
        open.awaitWords("nobody was named to vote with them");
        open.picture("dao-undelegated-dark");
        hand.press("#offer-delegate");
        hand.press("#delegate-read-back");
        hand.send("Your tokens vote from now on.");
        var foundation = hand.account("Foundation");
        assertThat(asked("CoverToken", "delegates(address)", Word.of(foundation)))
                .isEqualTo(foundation.bytes().toUnsigned());
        assertThat(asked("CoverToken", "getVotes(address)", Word.of(foundation)))
                .isEqualTo(asked("CoverToken", "balanceOf(address)", Word.of(foundation)));
    }

    @Test
    void whatPassedIsQueuedAndExecutedAndWhoComesTooLateIsToldSo() throws Exception {
        var passed = open.known().view().governance().proposals().stream()
                .filter(view -> view.state() == ProposalState.SUCCEEDED)
                .findFirst()
                .orElseThrow();
        open.goTo(new Place.Proposal(id(passed)), "Passed, not queued");
        hand.actAs("Keeper");
        hand.press("#offer-queue");
        hand.awaitNode("#act-send");
        assertThat(open.text("#act-sentence")).startsWith("Put proposal ").endsWith(" into the timelock");
        hand.send("It waits in the timelock.");
        assertThat(asked("CoverGovernor", "state(uint256)", Word.of(id(passed))))
                .isEqualTo(BigInteger.valueOf(ProposalState.QUEUED.ordinal()));
        open.awaitWords("The timelock holds it until");
        open.picture("dao-queued-light");

        tooLate();
        open.goTo(new Place.Proposal(id(passed)), "In the timelock");
        hand.actAs("Keeper");
        hand.press("#offer-execute");
        hand.send("It is carried out.");
        assertThat(asked("CoverGovernor", "state(uint256)", Word.of(id(passed))))
                .isEqualTo(BigInteger.valueOf(ProposalState.EXECUTED.ordinal()));
    }

    /// The vote closes while the form is open: nothing is sent, and what was written stays.
    private void tooLate() throws Exception {
        var proposal = active();
        open.goTo(new Place.Proposal(id(proposal)), "Quorum");
        hand.actAs(notVoted(proposal).getFirst());
        hand.press("#offer-vote");
        hand.type("#vote-reason", "Written in time.");
        open.network().time().moveAhead(Duration.ofDays(3));
        hand.press("#vote-read-back");
        open.awaitWords("and it would have to be open for votes.");
        hand.awaitNode("#vote-reason");
        assertThat(((TextArea) open.lookup("#vote-reason")).getText()).isEqualTo("Written in time.");
        open.picture("dao-too-late-light");
    }
}
