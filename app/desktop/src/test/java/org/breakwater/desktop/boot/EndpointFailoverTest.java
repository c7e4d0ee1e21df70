package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import org.breakwater.adapters.ethereum.ArtifactErrors;
import org.breakwater.adapters.ethereum.ChainExecution;
import org.breakwater.adapters.ethereum.NodeAddress;
import org.breakwater.adapters.localnet.AnvilBinary;
import org.breakwater.adapters.localnet.AnvilProcess;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.localnet.LocalSigners;
import org.breakwater.adapters.localnet.world.AnvilRpc;
import org.breakwater.core.chain.EndpointAnswer;
import org.breakwater.core.chain.Unfit;
import org.breakwater.core.connection.EndpointUse;
import org.breakwater.core.execution.Fee;
import org.breakwater.core.execution.OuterReceipt;
import org.breakwater.core.execution.OuterTransaction;
import org.breakwater.core.follow.Known;
import org.breakwater.core.index.LogQuery;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.boot.FaultProxy.Fault;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.SettingsPart;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reading goes on with the next endpoint when one fails, on a real node to which the first way is a bad one.
class EndpointFailoverTest extends FxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static LocalNetwork network;

    private FaultProxy way;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startNetwork() throws Exception {
        network = LocalNetwork.start();
    }

    @AfterAll
    static void stopNetwork() {
        network.close();
    }

    @BeforeEach
    void openTheWay() throws Exception {
        way = new FaultProxy(node());
    }

    @AfterEach
    void closeTheWay() {
        way.close();
    }

    private static URI node() {
        return network.node().address();
    }

    private static AnvilRpc rpc() {
        return new AnvilRpc(node());
    }

    private static NodeAddress address(URI address) {
        try {
            return NodeAddress.parse(address.toString());
        } catch (ProblemException refused) {
            throw new AssertionError(refused);
        }
    }

    private EndpointConnection connection(URI... rpc) throws ProblemException {
        return EndpointConnection.open(
                new NetworkChoice.Named(
                        Stream.of(rpc).map(EndpointFailoverTest::address).toList(),
                        Path.of(network.description().deployment()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                folder.resolve("data"),
                chain -> EndpointConnection.rules(chain).patient(PATIENCE));
    }

    /// A connection that is followed without a window.
    private static final class Followed implements AutoCloseable {

        private final Connection connection;
        private final Wiring wiring;

        Followed(Connection connection) throws ProblemException {
            this.connection = connection;
            this.wiring = new Wiring(connection);
        }

        EndpointUse use() {
            return connection.endpoints().use().get();
        }

        boolean uses(URI address) {
            return use().endpoint().name().equals(address.toString());
        }

        List<Unfit> reasons() {
            return use().passedOver().stream().map(EndpointUse.PassedOver::why).toList();
        }

        void awaitBlock(long number) {
            await(() -> {
                wiring.protocol().follow().lookNow();
                return wiring.protocol().follow().known().get() instanceof Loadable.Ready<Known>(var known, var _)
                        && known.block().number() == number;
            });
        }

        @Override
        public void close() {
            wiring.close();
            connection.close();
        }
    }

    private static long mine(long blocks) throws ProblemException {
        rpc().ask("anvil_mine", blocks);
        return head();
    }

    private static long head() throws ProblemException {
        return network.node().head().number();
    }

    private void goesOnAfter(Fault fault, Unfit why) throws Exception {
        try (var followed = new Followed(connection(way.address(), node()))) {
            followed.awaitBlock(head());
            assertThat(followed.uses(way.address())).isTrue();
            var events = followed.wiring.protocol().events().count(LogQuery.ALL);

            way.goWrong(fault);
            followed.awaitBlock(mine(1));

            assertThat(followed.uses(node())).isTrue();
            assertThat(followed.reasons()).containsExactly(why);
            assertThat(followed.connection.node().address())
                    .as("acts go there too")
                    .isEqualTo(node());
            assertThat(followed.connection.node().head().number()).isEqualTo(head());
            assertThat(followed.wiring.protocol().events().count(LogQuery.ALL)).isEqualTo(events);

            way.mend();
            await(() -> {
                followed.connection.endpoints().look();
                return followed.uses(way.address());
            });
            var before = way.answered();
            followed.awaitBlock(mine(1));
            assertThat(way.answered()).isGreaterThan(before);
        }
    }

    @Test
    void anEndpointThatRefusesIsLeftAndGoneBackTo() throws Exception {
        goesOnAfter(new Fault.Refuses(), Unfit.SILENT);
    }

    @Test
    void anEndpointThatSendsGarbageIsLeftAndGoneBackTo() throws Exception {
        goesOnAfter(new Fault.Garbage(), Unfit.GARBAGE);
    }

    @Test
    void anEndpointThatKeepsItsLogsIsLeftAlthoughItTellsOfItsBlocks() throws Exception {
        goesOnAfter(new Fault.KeepsLogs(), Unfit.SILENT);
    }

    @Test
    void anEndpointThatStallsIsLeftBeforeItsAnswerIsGivenUp() throws Exception {
        try (var followed = new Followed(connection(way.address(), node()))) {
            followed.awaitBlock(head());
            way.goWrong(new Fault.Stalls());
            var next = mine(1);
            await(() -> {
                followed.connection.endpoints().look();
                return followed.uses(node());
            });
            followed.awaitBlock(next);
            assertThat(followed.reasons()).containsExactly(Unfit.STALLED);
        }
    }

    @Test
    void anEndpointThatLagsIsLeftAndItsLagIsNoFork() throws Exception {
        try (var followed = new Followed(connection(way.address(), node()))) {
            var before = mine(1);
            followed.awaitBlock(before);
            way.goWrong(new Fault.Lags(before));
            var next = mine(5);
            await(() -> {
                followed.connection.endpoints().look();
                return followed.uses(node());
            });
            followed.awaitBlock(next);
            assertThat(followed.reasons()).containsExactly(Unfit.BEHIND);
            assertThat(followed.use().passedOver().getFirst().problem().happened())
                    .isEqualTo(
                            way.address() + " is behind: it is at block " + before + ", the newest is " + next + ".");
        }
    }

    @Test
    void anEndpointOnAnotherChainIsNamedAndNothingOfItIsUsed() throws Exception {
        try (var other = AnvilProcess.start(AnvilBinary.find(), OptionalInt.empty(), List.of("--chain-id", "31338"));
                var there = new FaultProxy(other.node().address());
                var followed = new Followed(connection(there.address(), way.address(), node()))) {
            followed.awaitBlock(head());
            assertThat(followed.uses(way.address())).isTrue();
            assertThat(followed.reasons()).containsExactly(Unfit.OTHER_PROTOCOL);
            assertThat(followed.use().passedOver().getFirst().problem().happened())
                    .contains("it is for chain 31337, and the node at " + there.address() + " is on chain 31338");

            way.goWrong(new Fault.Refuses());
            followed.awaitBlock(mine(1));
            assertThat(followed.uses(node())).isTrue();
            followed.connection.endpoints().look();
            assertThat(followed.reasons()).containsExactly(Unfit.OTHER_CHAIN, Unfit.SILENT);
            assertThat(there.logs()).isZero();
        }
    }

    @Test
    void anEndpointWithTheSameChainIdAndOtherContractsIsNeverUsed() throws Exception {
        try (var copy = AnvilProcess.start(
                        AnvilBinary.find(), OptionalInt.empty(), List.of("--fork-url", node().toString()));
                var there = new FaultProxy(copy.node().address())) {
            new AnvilRpc(copy.node().address())
                    .ask(
                            "anvil_setCode",
                            network.deployment().address("Treasury").toString(),
                            "0x60006000fd");
            try (var followed = new Followed(connection(node(), there.address()))) {
                followed.awaitBlock(head());
                followed.connection.endpoints().look();
                followed.connection.endpoints().failed(followed.use().endpoint(), Unfit.STALLED, problem());
                assertThat(followed.uses(node())).isTrue();
                assertThat(followed.connection.reviewed().second())
                        .as("to compare with")
                        .isEmpty();
                assertThat(followed.connection.endpoints().look().getLast().answer())
                        .get()
                        .asInstanceOf(type(EndpointAnswer.None.class))
                        .satisfies(none -> assertThat(none.why()).isEqualTo(Unfit.OTHER_PROTOCOL))
                        .satisfies(none -> assertThat(none.problem().happened())
                                .contains("Treasury at", "has other code at " + there.address()));
                assertThat(there.logs()).isZero();
            }
        }
    }

    private static Problem problem() {
        return Problem.of("It stalls.", "Wait.");
    }

    @Test
    void anotherBranchOnTheNextEndpointIsTakenAsAReorganisation() throws Exception {
        try (var other = LocalNetwork.start()) {
            var there = new AnvilRpc(other.node().address());
            while (other.node().head().number() < head()) {
                there.ask("anvil_mine", 1);
            }
            there.ask("evm_increaseTime", 77);
            there.ask("anvil_mine", 3);
            var ours = mine(2);
            try (var followed =
                    new Followed(connection(way.address(), other.node().address()))) {
                followed.awaitBlock(ours);
                way.goWrong(new Fault.Refuses());
                var theirs = other.node().head();
                followed.awaitBlock(theirs.number());
                assertThat(followed.wiring.protocol().follow().known().get())
                        .isInstanceOfSatisfying(
                                Loadable.Ready.class,
                                ready -> assertThat(ready.asOf()).isEqualTo(theirs));
            }
        }
    }

    @Test
    void whatWasSentOverOneEndpointIsWatchedOverTheNext() throws Exception {
        try (var followed = new Followed(connection(way.address(), node()))) {
            followed.awaitBlock(head());
            var chain = new ChainExecution(followed.connection.node(), new ArtifactErrors());
            rpc().ask("evm_setAutomine", false);
            var people = new LocalSigners(network.description().accounts());
            var payer = people.account(people.all().getFirst()).orElseThrow();
            var fee = new Fee(BigInteger.TEN.pow(11), BigInteger.ONE);
            var sent = chain.send(payer.sign(new OuterTransaction(
                    chain.chain(),
                    chain.accountNonce(payer.address()),
                    fee,
                    BigInteger.valueOf(100_000),
                    payer.address(),
                    Bytes.EMPTY)));
            assertThat(chain.receipt(sent)).isEmpty();

            way.goWrong(new Fault.Refuses());
            followed.awaitBlock(mine(1));

            assertThat(followed.uses(node())).isTrue();
            assertThat(chain.receipt(sent)).get().matches(OuterReceipt::accepted);
        } finally {
            rpc().ask("evm_setAutomine", true);
        }
    }

    @Test
    void theSecondNodeOfAReviewIsAnotherThanTheOneInUse() throws Exception {
        try (var followed = new Followed(connection(way.address(), node()))) {
            followed.awaitBlock(head());
            followed.connection.endpoints().look();
            assertThat(followed.connection.reviewed().second().orElseThrow().name())
                    .isEqualTo("the node at " + node());

            way.goWrong(new Fault.Refuses());
            followed.awaitBlock(mine(1));
            assertThat(followed.uses(node())).isTrue();
            way.mend();
            await(() -> {
                followed.connection.endpoints().look();
                return followed.connection.reviewed().second().isPresent();
            });
            if (followed.uses(node())) {
                assertThat(followed.connection.reviewed().second().orElseThrow().name())
                        .isEqualTo("the node at " + way.address());
            }
        }
    }

    @Test
    void theWindowSaysWhichEndpointIsReadAndWhyTheFirstIsNot() throws Exception {
        try (var open = OpenConsole.on(network, connection(way.address(), node()))) {
            open.goTo(new Place.Pools(), "Bridge");
            open.awaitWords("2 of 2 endpoints agree");

            way.goWrong(new Fault.Refuses());
            open.awaitWords("Reads " + host(node()) + ": " + host(way.address()) + " does not answer");
            var next = mine(1);
            await(() -> open.isFresh() && open.known().block().number() == next);
            open.picture("endpoint-fallback-light");
            open.goTo(new Place.Settings(SettingsPart.NETWORK), "in use");
            await(() -> open.text("#endpoint-1-use").equals("in use"));
            await(() -> open.text("#endpoint-0-standing").equals("does not answer"));
            open.picture("endpoint-fallback-settings-light");
            open.wear(Scheme.DARK);
            open.picture("endpoint-fallback-settings-dark");

            way.mend();
            open.awaitWords("2 of 2 endpoints agree");
            await(() -> open.text("#endpoint-0-use").equals("in use"));

            doOnFx(() -> ((Button) open.scene().lookup("#endpoint-1-prefer")).fire());
            open.awaitWords("It is preferred to the one below it.");
            await(() -> open.text("#endpoint-0-use").equals("in use")
                    && open.connection().node().address().equals(node()));
        }
        try (var again = connection(way.address(), node())) {
            assertThat(again.node().address()).as("the order is kept").isEqualTo(node());
        }
    }

    private static String host(URI address) {
        return address.toString().substring("http://".length());
    }
}
