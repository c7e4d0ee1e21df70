package org.breakwater.adapters.governor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.breakwater.adapters.deployment.NodeReviews;
import org.breakwater.adapters.ethereum.NodeViews;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.governor.Dao;
import org.breakwater.core.governor.ProposalActions;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.ProposalReview;
import org.breakwater.core.review.ReviewConnections;
import org.breakwater.core.review.ReviewProposal;
import org.breakwater.core.review.Reviewer;
import org.breakwater.core.review.Verdict;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.review.check.CheckResult;
import org.breakwater.core.review.check.ProposalCheckId;
import org.breakwater.core.review.request.Kept;
import org.breakwater.core.review.request.ReviewPolicy;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Keccak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a proposal would do on the real contracts, whatever its text says.
class ProposalReviewTest {

    private static final Address STRANGER = Address.parse("0x00000000219ab540356cbb839cbe05303d7705fa");
    private static final long DAY = 86_400;

    private static LocalNetwork network;
    private static Reviewer reviewer;
    private static Dao dao;

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // JUnit calls it before anything else
    static void start() throws ProblemException {
        network = LocalNetwork.start();
        reviewer = NodeReviews.on(network.node(), network.deployment(), Clock.systemUTC(), Kept.NOTHING);
        dao = Dao.of(network.deployment());
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    private record Action(Address target, Bytes calldata) {}

    private static Action action(String contract, String function, AbiValue... arguments) {
        return new Action(
                network.deployment().address(contract), AbiEncoder.call(FunctionSignature.parse(function), arguments));
    }

    private static ProposalActions actions(String text, List<Action> actions) {
        return new ProposalActions(
                actions.stream().map(Action::target).toList(),
                actions.stream().map(_ -> BigInteger.ZERO).toList(),
                actions.stream().map(Action::calldata).toList(),
                Keccak.hash(text));
    }

    private static ProposalReview review(String text, Action... actions) throws ProblemException {
        var proposed = actions(text, List.of(actions));
        return review(proposed.id(), proposed, text);
    }

    private static ProposalReview review(BigInteger id, ProposalActions actions, String text) throws ProblemException {
        return reviewer.review(new ReviewProposal.Wanted(
                id, actions, Optional.of(text), new AddressBook(Map.of()), ReviewPolicy.STANDARD));
    }

    private static CheckResult result(ProposalReview review, ProposalCheckId id) {
        return review.own().stream()
                .filter(check -> check.id() == id)
                .findFirst()
                .orElseThrow()
                .result();
    }

    private static CheckResult result(ProposalReview review, CheckId id) {
        return review.checks().stream()
                .filter(check -> check.id() == id)
                .findFirst()
                .orElseThrow()
                .result();
    }

    private static Action delay(long seconds) {
        return action("TimelockController", "updateDelay(uint256)", AbiValue.Whole.of(seconds));
    }

    @Test
    void aChangeOfTheDelayIsSimulatedAndAgreesWithItsText() throws ProblemException {
        var review = review("Wait 3 days in the timelock", delay(3 * DAY));

        assertThat(result(review, ProposalCheckId.P1)).isInstanceOf(CheckResult.Passed.class);
        assertThat(result(review, ProposalCheckId.P2)).isInstanceOf(CheckResult.Passed.class);
        assertThat(result(review, ProposalCheckId.P3)).isInstanceOf(CheckResult.Passed.class);
        assertThat(result(review, ProposalCheckId.P4).evidence()).contains("is the deployment's");
        assertThat(result(review, CheckId.FW38)).as("a delay changes").isInstanceOf(CheckResult.Hold.class);
        assertThat(review.standing()).as("it was not proposed").isEmpty();
        assertThat(review.sentence()).contains("updateDelay");
    }

    @Test
    void aTextThatSaysAnotherAmountOrAddressIsTold() throws ProblemException {
        var review = review("Wait 4 days, decided with " + STRANGER, delay(3 * DAY));

        assertThat(result(review, ProposalCheckId.P3)).isInstanceOf(CheckResult.Warning.class);
        assertThat(result(review, ProposalCheckId.P3).evidence())
                .contains("The text says “4 days”, and no action has that amount.")
                .contains("The text names " + STRANGER + ", and no action does.")
                .contains("259200, which the text does not say");
    }

    @Test
    void aRoleThatSomebodyGainsIsHeldAndSoIsARiderThatTheTextKeepsQuietAbout() throws ProblemException {
        var review = review(
                "Wait 3 days",
                delay(3 * DAY),
                action(
                        "AccessManager",
                        "grantRole(uint64,address,uint32)",
                        AbiValue.Whole.of(0),
                        new AbiValue.Account(STRANGER),
                        AbiValue.Whole.of(0)));

        assertThat(review.verdict()).isNotEqualTo(Verdict.PASS);
        assertThat(result(review, ProposalCheckId.P5)).isInstanceOf(CheckResult.Hold.class);
        assertThat(result(review, ProposalCheckId.P5).evidence()).contains(STRANGER + " gains");
        assertThat(result(review, ProposalCheckId.P3).evidence()).contains("An action names " + STRANGER);
        assertThat(result(review, CheckId.FW30)).isInstanceOf(CheckResult.Hold.class);
    }

    @Test
    void aTargetWithoutCodeBlocks() throws ProblemException {
        var review = review("Call somebody", new Action(STRANGER, Bytes.fromHex("0xdeadbeef")));

        assertThat(result(review, CheckId.FW23)).isInstanceOf(CheckResult.Block.class);
        assertThat(review.verdict()).isEqualTo(Verdict.BLOCK);
    }

    @Test
    void whatWouldBeRefusedSaysWhy() throws ProblemException {
        var review = review(
                "Close a venue that nobody listed",
                action("Treasury", "closeVenue(address)", new AbiValue.Account(STRANGER)));

        assertThat(result(review, ProposalCheckId.P2)).isInstanceOf(CheckResult.Hold.class);
        assertThat(result(review, ProposalCheckId.P2).evidence()).startsWith("Carried out now, it would be refused: ");
        assertThat(result(review, ProposalCheckId.P6)).isInstanceOf(CheckResult.NotAvailable.class);
    }

    @Test
    void actionsOfAnotherProposalAreNotReviewedUnderThisId() throws ProblemException {
        var text = "Wait 3 days";
        var shown = actions(text, List.of(delay(3 * DAY)));
        var hidden = actions(text, List.of(delay(DAY)));
        var review = review(shown.id(), hidden, text);

        assertThat(result(review, ProposalCheckId.P1)).isInstanceOf(CheckResult.Block.class);
        assertThat(review.verdict()).isEqualTo(Verdict.BLOCK);
    }

    @Test
    void aHundredActionsAreEachUnfolded() throws ProblemException {
        var many = new ArrayList<Action>();
        IntStream.range(0, 100).forEach(i -> many.add(delay(2 * DAY + i)));
        var review = review("Many", many.toArray(Action[]::new));

        assertThat(review.call().inner()).hasSize(100);
        assertThat(result(review, ProposalCheckId.P2)).isInstanceOf(CheckResult.Passed.class);
    }

    @Test
    void theGovernorsOwnSettingsAreNotSimulatedAndThatIsSaid() throws ProblemException {
        var review = review(
                "Vote for 5 days", action("CoverGovernor", "setVotingPeriod(uint32)", AbiValue.Whole.of(5 * DAY)));

        assertThat(result(review, ProposalCheckId.P2)).isInstanceOf(CheckResult.NotAvailable.class);
        assertThat(result(review, ProposalCheckId.P2).evidence()).contains("not simulated");
        assertThat(dao.governor()).isEqualTo(network.deployment().address("CoverGovernor"));
    }

    /// The newest of them, in whatever state they are.
    @Test
    void theWorldsOwnProposalsHaveTheirIdsAndAllButOneDoWhatTheirTextsSay() throws ProblemException {
        var reviews = new NodeReviews(Clock.systemUTC(), Kept.NOTHING);
        var sources = new ReviewConnections.Sources(
                network.node().address().toString(),
                Optional.of(network.description().deployment()),
                Optional.empty(),
                Optional.empty());
        try (var connection = reviews.open(sources)) {
            var warned = new ArrayList<String>();
            for (var id : newest(8)) {
                var wanted = connection.proposal(id, new AddressBook(Map.of()), ReviewPolicy.STANDARD);
                var review = connection.review(wanted);

                assertThat(result(review, ProposalCheckId.P1)).isInstanceOf(CheckResult.Passed.class);
                assertThat(review.standing()).isPresent();
                if (result(review, ProposalCheckId.P3) instanceof CheckResult.Warning(var evidence)) {
                    warned.add(evidence);
                }
            }
            assertThat(warned)
                    .as("the one that tells five shares of what is paid, and names nobody")
                    .singleElement()
                    .asString()
                    .contains("The text says “6,000 USD”");
        }
    }

    private static List<BigInteger> newest(int many) throws ProblemException {
        var view = new NodeViews(network.node()).newest();
        var count = view.call(dao.governor(), AbiEncoder.call(FunctionSignature.parse("proposalCount()")))
                .orElseThrow()
                .toUnsigned()
                .intValueExact();
        var ids = new ArrayList<BigInteger>();
        for (int i = count - many; i < count; i++) {
            ids.add(view.call(
                            dao.governor(),
                            AbiEncoder.call(
                                    FunctionSignature.parse("proposalDetailsAt(uint256)"), AbiValue.Whole.of(i)))
                    .orElseThrow()
                    .slice(0, 32)
                    .toUnsigned());
        }
        return ids;
    }
}
