package org.breakwater.adapters.ethereum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.esaulpaugh.headlong.abi.Tuple;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.localnet.PreparedWorld;
import org.breakwater.adapters.localnet.world.AnvilRpc;
import org.breakwater.adapters.localnet.world.LiveActions;
import org.breakwater.adapters.localnet.world.Recordings.Recording;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.fact.PolicyFact;
import org.breakwater.core.fact.PoolFact;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.OutsideFacts;
import org.breakwater.core.projection.ProtocolProjection;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.ProposalState;
import org.breakwater.core.rule.FeedReading;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The read models rebuilt from events equal the protocol's own answers at the same block: on the whole world, at its
/// recorded
/// blocks, and after whatever happens next.
class ProjectionOnTheWorldTest {

    private static LocalNetwork network;
    private static EthereumNode node;
    private static Deployment deployment;
    private static FoldedLogs logs;
    private static SequencedMap<BlockRef, List<LoggedFact>> world;

    @BeforeAll
    static void start() throws Exception {
        network = LocalNetwork.start();
        node = network.node();
        deployment = network.deployment();
        logs = new FoldedLogs(new FetchedLogs(node.address()), deployment);
        world = logs.facts(0, node.head().number());
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    private static ProtocolProjection folded(Map<BlockRef, List<LoggedFact>> facts) throws ProblemException {
        var projection = new ProtocolProjection(deployment);
        for (var block : facts.entrySet()) {
            projection.apply(block.getKey(), block.getValue());
        }
        return projection;
    }

    private static ProtocolView seen(ProtocolProjection projection, BlockRef block) {
        var state = projection.state();
        var view = new BlockView(node, block);
        return state.at(
                block.time().getEpochSecond(), new VenuesOnChain(state.logged(), view, deployment.address("Treasury")));
    }

    private static LensDifferences compared(ProtocolProjection projection, BlockRef block) throws ProblemException {
        return new LensComparison(seen(projection, block))
                .ask(new BlockView(node, block), deployment)
                .differences();
    }

    @Test
    void theWholeWorldIsAsTheLensesTellIt() throws ProblemException {
        var last = world.lastEntry().getKey();

        var differences = compared(folded(world), last);

        assertThat(differences.found()).isEmpty();
        assertThat(differences.compared()).isGreaterThan(30_000);
    }

    @Test
    void everyRecordedBlockIsAsTheLensesToldIt() throws ProblemException {
        var recordings = PreparedWorld.ofProgram().orElseThrow().recordings().all();
        var projection = new ProtocolProjection(deployment);
        var blocks = world.entrySet().iterator();
        var next = blocks.next();
        for (var recording : recordings) {
            while (next.getKey().number() <= recording.block().number()) {
                projection.apply(next.getKey(), next.getValue());
                if (!blocks.hasNext()) {
                    break;
                }
                next = blocks.next();
            }
            var differences = compared(projection, recording);
            assertThat(differences.found())
                    .as("block %d", recording.block().number())
                    .isEmpty();
        }
        assertThat(recordings).hasSizeGreaterThanOrEqualTo(50);
    }

    /// What venues said at that time is in the recording alone.
    private static LensDifferences compared(ProtocolProjection projection, Recording recording) {
        var state = projection.state();
        var outside = new RecordedVenues(state.logged(), recording);
        var comparison = new LensComparison(state.at(recording.block().time().getEpochSecond(), outside));
        recording.answers().forEach(answer -> comparison.answer(answer.function(), answer.data(), answer.result()));
        return comparison.differences();
    }

    private record RecordedVenues(OutsideFacts logged, Map<Address, BigInteger> worth) implements OutsideFacts {

        RecordedVenues(OutsideFacts logged, Recording recording) {
            this(logged, worth(recording));
        }

        private static Map<Address, BigInteger> worth(Recording recording) {
            var treasury = ContractAbi.of("ProtocolLens").function("treasury");
            var worth = new HashMap<Address, BigInteger>();
            for (var answer : recording.answers()) {
                if (answer.function().equals("treasury")) {
                    Tuple view =
                            treasury.decodeReturn(answer.result().toArray()).get(0);
                    for (var venue : view.<Tuple[]>get(1)) {
                        worth.put(Address.parse(venue.get(0).toString()), venue.get(1));
                    }
                }
            }
            return worth;
        }

        @Override
        public Optional<FeedReading> answer(Address feed) {
            return logged.answer(feed);
        }

        @Override
        public Optional<FeedReading.Limits> limits(Address feed) {
            return logged.limits(feed);
        }

        @Override
        public BigInteger worth(Address venue, BigInteger principal) {
            return worth.getOrDefault(venue, BigInteger.ZERO);
        }
    }

    @Test
    void whateverHappensNextIsAsTheLensesTellIt() throws Exception {
        assertThat(kindsOfWhatHappensNext(15)).isGreaterThan(7);
    }

    @Test
    @Tag("deep")
    void whateverHappensInFiftyActionsIsAsTheLensesTellIt() throws Exception {
        assertThat(kindsOfWhatHappensNext(50)).isGreaterThan(15);
    }

    /// Compares after each action, and counts their kinds.
    private static int kindsOfWhatHappensNext(int wanted) throws Exception {
        try (var live = LocalNetwork.start()) {
            var projection = folded(world);
            var rpc = new AnvilRpc(live.node().address());
            var actions = new LiveActions(rpc, deployment, live.description().accounts(), 20_261_121);
            var told = new FoldedLogs(new FetchedLogs(live.node().address()), deployment);
            told.facts(0, world.lastEntry().getKey().number());
            for (int i = 0; i < wanted; i++) {
                var before = live.node().head();
                var action = actions.next(projection.state().at(before.time().getEpochSecond()));
                var head = live.node().head();
                for (var block : told.facts(before.number() + 1, head.number()).entrySet()) {
                    projection.apply(block.getKey(), block.getValue());
                }
                var view = new BlockView(live.node(), head);
                var state = projection.state();
                var outside = new VenuesOnChain(state.logged(), view, deployment.address("Treasury"));
                var differences = new LensComparison(state.at(head.time().getEpochSecond(), outside))
                        .ask(view, deployment)
                        .differences();
                assertThat(differences.found())
                        .as("after %s, number %d", action, i + 1)
                        .isEmpty();
            }
            return actions.done().size();
        }
    }

    @Test
    void aForkOfAnyDepthLeavesTheStateOfAFreshFold() throws ProblemException {
        var blocks = List.copyOf(world.entrySet());
        var last = blocks.getLast().getKey();
        var fresh = folded(world);
        var expected = everything(fresh, last);
        var projection = folded(world);

        for (var depth : List.of(1, 2, 3, 17, 100, 255, 256)) {
            projection.rollBackTo(last.number() - depth);
            assertThat(projection.lastBlock().orElseThrow().number()).isLessThanOrEqualTo(last.number() - depth);
            for (var block : blocks) {
                if (block.getKey().number() > last.number() - depth) {
                    projection.apply(block.getKey(), block.getValue());
                }
            }
            assertThat(everything(projection, last)).as("depth %d", depth).isEqualTo(expected);
        }
        assertThatThrownBy(() -> projection.rollBackTo(last.number() - 1_000))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void blocksThatAreTakenBackLeaveTheStateBeforeThem() throws ProblemException {
        var blocks = List.copyOf(world.entrySet());
        var kept = blocks.subList(0, blocks.size() - 120);
        var base = kept.getLast().getKey();
        var before = new ProtocolProjection(deployment);
        for (var block : kept) {
            before.apply(block.getKey(), block.getValue());
        }
        var projection = new ProtocolProjection(deployment);
        for (var block : blocks.subList(0, blocks.size() - 120 + 100)) {
            projection.apply(block.getKey(), block.getValue());
        }

        projection.rollBackTo(base.number());

        assertThat(projection.lastBlock()).contains(base);
        assertThat(everything(projection, base)).isEqualTo(everything(before, base));
    }

    private static List<Object> everything(ProtocolProjection projection, BlockRef block) {
        var view = projection.state().at(block.time().getEpochSecond());
        return List.of(
                view.head(),
                view.pools(),
                view.subjects(),
                view.policies(),
                view.parameters(),
                view.changes(),
                view.pauses(),
                view.treasury(),
                view.incidents(),
                view.claims(),
                view.cases(),
                view.series(),
                view.integrators(),
                view.deadlines(),
                view.governance().proposals(),
                view.authority(deployment.address("AccessManager")).roles());
    }

    @Test
    void aMissingEventIsFoundOutAndNothingOfItsBlockStays() throws ProblemException {
        var late = world.lastEntry().getKey();
        var projection = new ProtocolProjection(deployment);
        var without = without(fact -> fact.fact() instanceof PoolFact.CoverLocked);

        assertThatThrownBy(() -> {
                    for (var block : without.entrySet()) {
                        projection.apply(block.getKey(), block.getValue());
                    }
                })
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        missing -> assertThat(missing)
                                .hasMessageContaining("does not follow from what is known")
                                .hasMessageContaining("Read the protocol's events again"));
        var stopped = projection.lastBlock().orElseThrow();
        assertThat(stopped.number()).isLessThan(late.number());
        assertThat(everything(projection, stopped))
                .isEqualTo(everything(folded(upTo(without, stopped.number())), stopped));
    }

    @Test
    void anEventThatNothingElseFollowsFromIsMissedByTheComparison() throws ProblemException {
        var last = world.lastEntry().getKey();

        var differences = compared(folded(without(fact -> fact.fact() instanceof PolicyFact.Transfer)), last);

        assertThat(differences.found()).isNotEmpty().allMatch(difference -> difference.contains("holder"));
    }

    /// The world without one fact of a kind, from the middle of them.
    private static Map<BlockRef, List<LoggedFact>> without(Predicate<LoggedFact> kind) {
        var ofKind = world.values().stream().flatMap(List::stream).filter(kind).toList();
        var missing = ofKind.get(ofKind.size() / 2);
        var facts = new LinkedHashMap<BlockRef, List<LoggedFact>>();
        world.forEach((block, logged) -> facts.put(
                block, logged.stream().filter(fact -> !fact.equals(missing)).toList()));
        return facts;
    }

    private static Map<BlockRef, List<LoggedFact>> upTo(Map<BlockRef, List<LoggedFact>> facts, long height) {
        var some = new LinkedHashMap<BlockRef, List<LoggedFact>>();
        facts.forEach((block, all) -> {
            if (block.number() <= height) {
                some.put(block, all);
            }
        });
        return some;
    }

    @Test
    void proposalsAndVotesAreAsTheGovernorTellsThem() throws ProblemException {
        var last = world.lastEntry().getKey();
        var view = new BlockView(node, last);
        var governor = ContractAbi.of("CoverGovernor");
        var address = deployment.address("CoverGovernor");
        var governance = seen(folded(world), last).governance();
        var states = new ArrayList<Object>();

        for (var proposal : governance.proposals()) {
            var id = proposal.proposal().created().proposalId();
            int state =
                    view.call("state", address, governor.function("state"), id).get(0);
            Tuple votes = view.call("votes", address, governor.function("proposalVotes"), id);
            BigInteger deadline = view.call("deadline", address, governor.function("proposalDeadline"), id)
                    .get(0);
            assertThat(List.of(ProposalState.values()).indexOf(proposal.state()))
                    .as("proposal %s", id)
                    .isEqualTo(state);
            assertThat(List.of(
                            proposal.proposal().againstVotes(),
                            proposal.proposal().forVotes(),
                            proposal.proposal().abstainVotes(),
                            BigInteger.valueOf(proposal.proposal().deadline())))
                    .isEqualTo(List.of(votes.get(0), votes.get(1), votes.get(2), deadline));
            states.add(proposal.state());
        }
        assertThat(states).hasSizeGreaterThan(20);
        assertThat(new HashSet<>(states)).hasSizeGreaterThan(4);
    }

    @Test
    void rolesAreAsTheAccessManagerTellsThem() throws ProblemException {
        var last = world.lastEntry().getKey();
        var view = new BlockView(node, last);
        var manager = ContractAbi.of("AccessManager");
        var address = deployment.address("AccessManager");
        var members = 0;

        for (var role : seen(folded(world), last).authority(address).roles()) {
            for (var member : role.members()) {
                Tuple answer = view.call(
                        "role",
                        address,
                        manager.function("hasRole"),
                        BigInteger.valueOf(role.number()),
                        com.esaulpaugh.headlong.abi.Address.wrap(
                                member.account().toString()));
                assertThat(List.of(member.inEffect(), member.delay()))
                        .as("%s of %s", member, role)
                        .isEqualTo(List.of(answer.get(0), answer.get(1)));
                members++;
            }
        }
        assertThat(members).isGreaterThanOrEqualTo(deployment.members().size());
    }
}
