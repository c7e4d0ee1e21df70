package org.breakwater.adapters.governor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.breakwater.adapters.ethereum.AnvilHand;
import org.breakwater.adapters.ethereum.ArtifactErrors;
import org.breakwater.adapters.ethereum.ChainExecution;
import org.breakwater.adapters.ethereum.NodeReceipts;
import org.breakwater.adapters.ethereum.NodeViews;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.localnet.LocalSigners;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.acting.AccountActs;
import org.breakwater.core.acting.ActOutcome;
import org.breakwater.core.acting.GiveBallot;
import org.breakwater.core.acting.Person;
import org.breakwater.core.execution.SendCall;
import org.breakwater.core.execution.Speed;
import org.breakwater.core.governor.AccountCall;
import org.breakwater.core.governor.Dao;
import org.breakwater.core.governor.DaoCalls;
import org.breakwater.core.governor.OperationState;
import org.breakwater.core.governor.ProposalActions;
import org.breakwater.core.governor.ProposalBallot;
import org.breakwater.core.governor.ReadDao;
import org.breakwater.core.governor.Support;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.view.ProposalState;
import org.breakwater.core.value.Keccak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Accounts of the local network act on the real Governor, Timelock and token with what everybody acts with.
class DaoActsOnTheWorldTest {

    private static final long DAY = 86_400;
    private static final String TEXT = "Keep the delay of the timelock\n\nTwo days, as now.\n";

    private LocalNetwork network;
    private Dao dao;
    private LocalSigners people;
    private AnvilHand hand;
    private AccountActs acts;
    private ReadDao read;
    private GiveBallot ballots;

    @BeforeEach
    void start() throws ProblemException {
        network = LocalNetwork.start();
        var node = network.node();
        dao = Dao.of(network.deployment());
        people = new LocalSigners(network.description().accounts());
        hand = new AnvilHand(node);
        var chain = new ChainExecution(node, new ArtifactErrors());
        acts = new AccountActs(
                chain, new SendCall(chain, BigInteger.valueOf(500_000_000_000L)), new NodeReceipts(node));
        read = new ReadDao(new NodeViews(node), dao);
        ballots = new GiveBallot(read, new EcdsaRecovery());
    }

    @AfterEach
    void stop() {
        network.close();
    }

    private Person person(String name) {
        return network.description().accounts().stream()
                .filter(account -> account.name().equals(name))
                .map(account -> people.find(account.address()).orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    private ActOutcome act(AccountCall call, Person person) throws ProblemException {
        var prepared = acts.prepare(call, person.address());
        var sent = acts.send(
                call,
                prepared,
                prepared.offer(Speed.NORMAL),
                people.account(person).orElseThrow());
        return acts.await(call, sent, Duration.ofSeconds(20), time -> LockSupport.parkNanos(time.toNanos() / 20));
    }

    private void requireCounted(AccountCall call, Person person) throws ProblemException {
        assertThat(act(call, person)).isInstanceOf(ActOutcome.Counted.class);
    }

    private void requireRefused(AccountCall call, Person person, String words) {
        assertThatThrownBy(() -> act(call, person))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(words);
    }

    private ProposalActions actions() {
        return new ProposalActions(
                List.of(dao.timelock()),
                List.of(BigInteger.ZERO),
                List.of(AbiEncoder.call(FunctionSignature.parse("updateDelay(uint256)"), AbiValue.Whole.of(2 * DAY))),
                Keccak.hash(TEXT));
    }

    @Test
    void aProposalGoesAllTheWayByActsOfAccounts() throws ProblemException {
        var foundation = person("Foundation");
        var actions = actions();
        var propose = DaoCalls.propose(
                dao.governor(), actions.targets(), actions.values(), actions.calldatas(), TEXT, foundation.address());

        requireRefused(propose, foundation, "proposing takes 100000 votes");
        requireCounted(DaoCalls.delegate(dao.token(), foundation.address(), foundation.address()), foundation);
        hand.pass(DAY);
        requireCounted(propose, foundation);

        var pending = read.proposal(actions);
        assertThat(pending.agrees(actions, actions.id(), dao)).isTrue();
        assertThat(pending.state()).isEqualTo(ProposalState.PENDING);
        assertThat(pending.quorum()).as("not known before the snapshot").isEmpty();
        assertThat(pending.lateExtension()).isEqualTo(DAY);

        var voter = person("Voter 1");
        requireRefused(
                DaoCalls.vote(dao.governor(), actions.id(), Support.FOR, voter.address(), ""),
                voter,
                "it would have to be open for votes");
        requireRefused(DaoCalls.cancel(dao.governor(), actions), voter, "Only its proposer can take it back");

        hand.pass(2 * DAY + 1);
        requireCounted(
                DaoCalls.vote(dao.governor(), actions.id(), Support.AGAINST, voter.address(), "Too long already"),
                voter);
        requireRefused(
                DaoCalls.vote(dao.governor(), actions.id(), Support.FOR, voter.address(), ""),
                voter,
                "has voted on it already");
        signedBallots(actions);
        requireCounted(DaoCalls.vote(dao.governor(), actions.id(), Support.FOR, foundation.address(), ""), foundation);
        requireRefused(DaoCalls.queue(dao.governor(), actions), person("Keeper"), "open for votes");

        hand.pass(5 * DAY + 1);
        assertThat(read.proposal(actions).state()).isEqualTo(ProposalState.SUCCEEDED);
        requireCounted(DaoCalls.queue(dao.governor(), actions), person("Keeper"));
        var queued = read.proposal(actions);
        assertThat(queued.state()).isEqualTo(ProposalState.QUEUED);
        assertThat(queued.operationState()).isEqualTo(OperationState.WAITING);
        assertThat(queued.eta()).isPresent();
        requireRefused(DaoCalls.execute(dao.governor(), actions), person("Keeper"), "Its time in the timelock");

        hand.pass(2 * DAY + 1);
        assertThat(read.proposal(actions).isReady()).isTrue();
        requireCounted(DaoCalls.execute(dao.governor(), actions), person("Keeper"));
        assertThat(read.proposal(actions).operationState()).isEqualTo(OperationState.DONE);
    }

    /// With and without a reason; the keeper pays, and each counts once.
    private void signedBallots(ProposalActions actions) throws ProblemException {
        for (var reason : List.of("", "It has served us well, “quoted” and all.")) {
            var voter = person(reason.isEmpty() ? "Voter 2" : "Voter 3");
            var before = read.voter(actions.id(), voter.address());
            assertThat(before.hasVoted()).isFalse();
            assertThat(before.power().orElseThrow()).isPositive();
            var ballot = new ProposalBallot(actions.id(), Support.FOR, voter.address(), before.nonce(), reason);
            var call = ballots.sign(ballots.write(ballot), people.device(voter));
            requireCounted(call, person("Keeper"));
            var after = read.voter(actions.id(), voter.address());
            assertThat(after.hasVoted()).isTrue();
            assertThat(after.nonce()).isEqualTo(before.nonce().add(BigInteger.ONE));
            requireRefused(call, person("Keeper"), "The signature is not the voter's");
        }
    }

    @Test
    void aBallotThatSomebodyElseSignedIsNotUsed() throws ProblemException {
        var voter = person("Voter 4");
        var ballot = new ProposalBallot(BigInteger.TEN, Support.FOR, voter.address(), BigInteger.ZERO, "");
        var unsigned = ballots.write(ballot);
        assertThatThrownBy(() -> ballots.sign(unsigned, people.device(person("Voter 5"))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Vote as yourself");
        var lying = new SwappedDevice(people.device(voter), people.device(person("Voter 5")));
        assertThatThrownBy(() -> ballots.sign(unsigned, lying))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("is not a signature of");
    }

    @Test
    void tokensThatNobodyVotesWithAreSeen() throws ProblemException {
        var foundation = person("Foundation");
        var none = read.voter(BigInteger.ZERO, foundation.address());

        assertThat(none.balance()).isPositive();
        assertThat(none.powerNow()).isZero();
        assertThat(none.lacksDelegate()).isTrue();
        requireCounted(DaoCalls.delegate(dao.token(), foundation.address(), foundation.address()), foundation);
        var after = read.voter(BigInteger.ZERO, foundation.address());
        assertThat(after.lacksDelegate()).isFalse();
        assertThat(after.powerNow()).isEqualTo(none.balance());
    }
}
