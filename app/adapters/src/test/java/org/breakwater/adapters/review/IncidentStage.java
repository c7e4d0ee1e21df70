package org.breakwater.adapters.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.adapters.deployment.NodeReviews;
import org.breakwater.core.governor.Dao;
import org.breakwater.core.governor.ProposalActions;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.ProposalReview;
import org.breakwater.core.review.Review;
import org.breakwater.core.review.ReviewProposal;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.review.check.CheckResult;
import org.breakwater.core.review.check.ProposalCheckId;
import org.breakwater.core.review.request.Kept;
import org.breakwater.core.review.request.ReviewPolicy;
import org.breakwater.core.review.request.Told;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;

/// The two-year world in which incidents are played again: proposals are made, voted on and left waiting on the
/// Governor as it is deployed, and reviewed as everybody's are.
final class IncidentStage implements AutoCloseable {

    static final long DAY = 86_400;

    private static final BigInteger VOTE = BigInteger.TEN.pow(18);

    private final ReviewStage stage;
    private final Dao dao;
    private final Map<Hash32, String> texts = new HashMap<>();

    private IncidentStage(ReviewStage stage) {
        this.stage = stage;
        this.dao = Dao.of(stage.network().deployment());
    }

    static IncidentStage open() throws ProblemException {
        return new IncidentStage(ReviewStage.open());
    }

    ReviewStage world() {
        return stage;
    }

    Dao dao() {
        return dao;
    }

    // ── proposals ──────────────────────────────────────────────────────────────────────────────────────────────

    /// What a proposal has done.
    record Action(Address target, Bytes calldata) {}

    Action action(Address target, String function, Object... arguments) {
        return new Action(target, Calldata.of(function, arguments));
    }

    Action action(String contract, String function, Object... arguments) {
        return action(stage.deployed(contract), function, arguments);
    }

    /// From now on the timelock can make dollars.
    void giveTheMintToTheTimelock() throws ProblemException {
        stage.hand()
                .send(
                        stage.ownerOfDollars(),
                        stage.dollars(),
                        Calldata.of("transferOwnership(address)", dao.timelock()));
    }

    /// A change that nobody minds.
    Action harmless() {
        return action("TimelockController", "updateDelay(uint256)", 2 * DAY);
    }

    /// A proposal as somebody proposes it.
    record Proposal(ProposalActions actions, String text, Address proposer) {

        BigInteger id() {
            return actions.id();
        }
    }

    Proposal written(Address proposer, String text, Action... actions) {
        return new Proposal(
                new ProposalActions(
                        List.of(actions).stream().map(Action::target).toList(),
                        List.of(actions).stream().map(_ -> BigInteger.ZERO).toList(),
                        List.of(actions).stream().map(Action::calldata).toList(),
                        Keccak.hash(text)),
                text,
                proposer);
    }

    /// Proposes on chain.
    Proposal propose(Address proposer, String text, Action... actions) {
        var proposal = written(proposer, text, actions);
        stage.hand().send(proposer, dao.governor(), calldata(proposal));
        return proposal;
    }

    static Bytes calldata(Proposal proposal) {
        return Calldata.of(
                "propose(address[],uint256[],bytes[],string)",
                new ArrayList<>(proposal.actions().targets()),
                new ArrayList<>(proposal.actions().values()),
                new ArrayList<>(proposal.actions().calldatas()),
                proposal.text());
    }

    /// Days pass until votes are taken.
    void open(Proposal proposal) {
        var snapshot = number(dao.governor(), "proposalSnapshot(uint256)", proposal.id());
        stage.hand().pass(snapshot.longValueExact() - now().getEpochSecond() + 1);
    }

    void vote(Proposal proposal, Address voter, int support) {
        stage.hand().send(voter, dao.governor(), Calldata.of("castVote(uint256,uint8)", proposal.id(), support));
    }

    /// More than the quorum votes for it.
    void carry(Proposal proposal) {
        var needed = number(
                dao.governor(), "quorum(uint256)", number(dao.governor(), "proposalSnapshot(uint256)", proposal.id()));
        var sum = BigInteger.ZERO;
        for (var voter : voters()) {
            if (sum.compareTo(needed) > 0) {
                return;
            }
            vote(proposal, voter, 1);
            sum = sum.add(votes(voter));
        }
        assertThat(sum).as("votes of the world").isGreaterThan(needed);
    }

    /// The world's voters, those with the most votes first.
    List<Address> voters() {
        return stage.network().description().accounts().stream()
                .filter(account -> account.part().equals("Voter"))
                .map(account -> account.address())
                .filter(account -> votes(account).signum() > 0)
                .sorted((one, other) -> votes(other).compareTo(votes(one)))
                .toList();
    }

    /// Somebody who may propose and has been around for long, without reaching the quorum alone.
    Address proposer() {
        var quorum = number(dao.governor(), "quorum(uint256)", BigInteger.valueOf(now().getEpochSecond() - 1));
        return voters().stream()
                .filter(voter -> votes(voter).compareTo(quorum) < 0)
                .findFirst()
                .orElseThrow();
    }

    BigInteger votes(Address voter) {
        return number(dao.token(), "getVotes(address)", voter);
    }

    /// Tokens change hands, and the votes with them.
    void lend(Address to, long whole) {
        var foundation = account("Foundation");
        stage.hand()
                .send(
                        foundation,
                        dao.token(),
                        Calldata.of("transfer(address,uint256)", to, VOTE.multiply(BigInteger.valueOf(whole))));
        stage.hand().send(to, dao.token(), Calldata.of("delegate(address)", to));
        stage.hand().pass(1);
    }

    Address account(String name) {
        return stage.network().description().accounts().stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .orElseThrow()
                .address();
    }

    Instant now() {
        var block = (Map<?, ?>) stage.hand().ask("eth_getBlockByNumber", "latest", false);
        return Instant.ofEpochSecond(Long.decode((String) block.get("timestamp")));
    }

    BigInteger number(Address contract, String function, Object... arguments) {
        return stage.asked(contract, function, arguments).slice(0, 32).toUnsigned();
    }

    ProposalReview review(Proposal proposal) throws ProblemException {
        return review(proposal, Optional.empty());
    }

    ProposalReview review(Proposal proposal, Optional<Instant> proposed) throws ProblemException {
        return NodeReviews.on(
                        stage.network().node(),
                        stage.network().deployment(),
                        Clock.systemUTC(),
                        new Kept(Optional.empty(), new TextLibrary(texts), (_, _) -> Optional.empty()))
                .review(new ReviewProposal.Wanted(
                        proposal.id(),
                        proposal.actions(),
                        Optional.of(proposal.text()),
                        stage.book(),
                        ReviewPolicy.STANDARD,
                        proposed));
    }

    // ── transactions ───────────────────────────────────────────────────────────────────────────────────────────

    Review review(String name, SafeCall call) throws ProblemException {
        return review(name, stage.council(), call);
    }

    Review review(String name, Address safe, SafeCall call) throws ProblemException {
        return stage.review(new Case(name, safe, stage.next(safe, call), Told.NOTHING, stage.book(), true));
    }

    static SafeCall call(Address to, String function, Object... arguments) {
        return SafeCall.of(to, Calldata.of(function, arguments));
    }

    // ── what is shown ──────────────────────────────────────────────────────────────────────────────────────────

    static CheckResult result(ProposalReview review, ProposalCheckId id) {
        return review.own().stream()
                .filter(check -> check.id() == id)
                .findFirst()
                .orElseThrow()
                .result();
    }

    static CheckResult result(ProposalReview review, CheckId id) {
        return review.checks().stream()
                .filter(check -> check.id() == id)
                .findFirst()
                .orElseThrow()
                .result();
    }

    static CheckResult result(Review review, CheckId id) {
        return review.checks().stream()
                .filter(check -> check.id() == id)
                .findFirst()
                .orElseThrow()
                .result();
    }

    /// It is stopped, in these words.
    static void blocks(CheckResult result, String... words) {
        assertThat(result).isInstanceOf(CheckResult.Block.class);
        assertThat(result.evidence()).contains(words);
    }

    /// It is held up, in these words.
    static void holds(CheckResult result, String... words) {
        assertThat(result).isInstanceOf(CheckResult.Hold.class);
        assertThat(result.evidence()).contains(words);
    }

    /// It is pointed out, in these words.
    static void warns(CheckResult result, String... words) {
        assertThat(result).isInstanceOf(CheckResult.Warning.class);
        assertThat(result.evidence()).contains(words);
    }

    /// The harmless twin: it was looked at, and nothing of the kind was found.
    static void quiet(CheckResult result) {
        assertThat(result)
                .isInstanceOfAny(CheckResult.Passed.class, CheckResult.Note.class, CheckResult.NotApplicable.class);
    }

    /// The harmless twin where something else is always worth a look.
    static void saysNothingOf(CheckResult result, String words) {
        assertThat(result).isInstanceOfAny(CheckResult.Passed.class, CheckResult.Note.class, CheckResult.Warning.class);
        assertThat(result.evidence()).doesNotContain(words);
    }

    /// The machine keeps a text that somebody handed over.
    void keep(String text) {
        texts.put(Keccak.hash(text), text);
    }

    @Override
    public void close() {
        stage.close();
    }
}
