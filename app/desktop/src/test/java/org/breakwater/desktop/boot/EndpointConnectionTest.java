package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.breakwater.adapters.deployment.DeploymentFile;
import org.breakwater.adapters.ethereum.NodeAddress;
import org.breakwater.adapters.localnet.AnvilBinary;
import org.breakwater.adapters.localnet.AnvilProcess;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.localnet.world.AnvilRpc;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.ChainId;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.kit.NetworkKind;
import org.breakwater.desktop.navigation.Place;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The console on a network that is named by endpoints and a deployment file: the world, through its node's address.
class EndpointConnectionTest extends FxTest {

    private static LocalNetwork network;

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

    private static NetworkChoice.Named named(Path deployment, URI... rpc) {
        return new NetworkChoice.Named(
                Stream.of(rpc).map(EndpointConnectionTest::address).toList(),
                deployment,
                Optional.of(network.description().serviceUrl()),
                Optional.empty(),
                Optional.of(network.description().texts()));
    }

    private static NodeAddress address(URI address) {
        try {
            return NodeAddress.parse(address.toString());
        } catch (ProblemException refused) {
            throw new AssertionError(refused);
        }
    }

    private static NetworkChoice.Named world(URI... rpc) {
        return named(Path.of(network.description().deployment()), rpc);
    }

    private static URI node() {
        return network.node().address();
    }

    /// The same node by another name.
    private static URI secondName() {
        return URI.create(node().toString().replace("127.0.0.1", "localhost"));
    }

    /// An address at which nothing answers.
    private static URI nowhere() throws Exception {
        try (var taken = new ServerSocket(0)) {
            return URI.create("http://127.0.0.1:" + taken.getLocalPort());
        }
    }

    private Connection open(NetworkChoice.Named choice) throws ProblemException {
        return EndpointConnection.open(choice, folder.resolve("data"));
    }

    private OpenConsole console(NetworkChoice.Named choice) throws ProblemException {
        return OpenConsole.on(network, open(choice));
    }

    @Test
    void theConsoleReadsTheWorldOverItsEndpoint() throws Exception {
        try (var open = console(world(node(), secondName()))) {
            open.goTo(new Place.Pools(), "Bridge");
            open.awaitWords("2 of 2 endpoints agree");
            open.awaitWords("Local network 31337, no real funds");
            assertThat(open.wiring().protocol().actions().people().all())
                    .as("whatever a chain calls itself, only the people of a network of one's own are acted as")
                    .isEmpty();
            open.awaitWords("No signers here");
            assertThat(open.council().queueProblems()).isEmpty();
            assertThat(open.waiting()).hasSizeGreaterThan(4);
            var waiting = open.waiting().getFirst();
            open.goTo(
                    new Place.SafeTransaction(waiting.safe(), waiting.statedHash()), "nobody can sign on this machine");
            open.goTo(new Place.Council(), "Council");
            open.picture("endpoints-council-light");
        }
    }

    @Test
    void anEndpointThatIsSilentIsCountedAndNotReadFrom() throws Exception {
        try (var open = console(world(node(), nowhere()))) {
            open.goTo(new Place.Pools(), "Bridge");
            open.awaitWords("1 of 2 endpoints agree");
        }
    }

    @Test
    void withoutAServiceNothingIsSaidToWait() throws Exception {
        var choice = new NetworkChoice.Named(
                List.of(address(node())),
                Path.of(network.description().deployment()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        try (var open = console(choice)) {
            open.goTo(new Place.Council(), "No transaction service is asked.");
        }
    }

    @Test
    void whatWasReadIsKeptForItsOwnerAndFoundAgain() throws Exception {
        long events;
        Path kept;
        try (var open = console(world(node()))) {
            open.goTo(new Place.Pools(), "Bridge");
            events = open.events();
            kept = open.connection().folder();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rwx------");
        assertThat(kept.getFileName().toString()).startsWith("31337-").hasSize("31337-".length() + 16);

        try (var open = console(world(node()))) {
            assertThat(open.connection().folder()).isEqualTo(kept);
            assertThat(open.events()).as("there before anything was read").isEqualTo(events);
        }
    }

    @Test
    void aSecondConsoleOnTheSameNetworkIsASentence() throws Exception {
        try (var first = open(world(node()));
                var second = open(world(node()));
                var wiring = new Wiring(first)) {
            assertThat(wiring.network().kind()).isEqualTo(NetworkKind.LOCAL);
            assertThatThrownBy(() -> new Wiring(second).close())
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("Another Breakwater keeps the index at");
        }
    }

    private static NetworkChoice.Named named(Path book) {
        return new NetworkChoice.Named(
                List.of(address(node())),
                Path.of(network.description().deployment()),
                Optional.empty(),
                Optional.of(book.toString()),
                Optional.empty());
    }

    @Test
    void ownNamesGoBeforeTheDeployments() throws Exception {
        var council = network.council();
        var book = Files.writeString(
                folder.resolve("book.csv"), "address,name,chainId\n" + council + ",Our council,31337\n");
        var choice = named(book);

        try (var connection = open(choice);
                var wiring = new Wiring(connection)) {
            assertThat(wiring.protocol().book().name(council)).contains("Our council");
            assertThat(wiring.protocol().book().name(network.deployment().address("Treasury")))
                    .contains("Treasury");
        }
    }

    @Test
    void anAddressBookThatCannotBeReadAnyMoreIsSaidAndNamesNothing() throws Exception {
        var book = Files.writeString(folder.resolve("book.csv"), "Dear Ada");
        var choice = named(book);

        assertThatThrownBy(() -> open(choice)).isInstanceOf(ProblemException.class);
        try (var connection = new NetworkChoice.Remembered(choice).open(folder)) {
            assertThat(connection.notices().getFirst().toString()).contains("book.csv", "shown without a name");
            assertThat(connection.names()).containsKey(network.council());
        }
    }

    @Test
    void aNetworkWithATimeOfItsOwnIsReadByThatTime() throws Exception {
        try (var connection = open(world(node()))) {
            var own = network.clock().instant();
            assertThat(Duration.between(own, connection.clock().instant()).abs())
                    .isLessThan(Duration.ofSeconds(5));
            assertThat(Duration.between(own, Instant.now()).abs()).isGreaterThan(Duration.ofDays(1));
        }
    }

    @Test
    void anEndpointThatDoesNotAnswerIsASentence() throws Exception {
        var nowhere = nowhere();

        assertThatThrownBy(() -> open(world(nowhere)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("No Ethereum node answers at " + nowhere);
    }

    @Test
    void aFileForAnotherChainIsASentence() throws Exception {
        var other = with(new ChainId(1), network.deployment().contracts());

        assertThatThrownBy(() -> open(named(other, node())))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("it is for chain 1, and the node at " + node() + " is on chain 31337");
    }

    @Test
    void aContractWithoutCodeIsASentence() throws Exception {
        var contracts = new ArrayList<>(network.deployment().contracts());
        var last = contracts.removeLast();
        var empty = Address.parse("0x00000000000000000000000000000000000b0b00");
        contracts.add(new DeployedContract(last.name(), empty, last.block(), last.codeHash()));
        var other = with(network.deployment().chain(), contracts);

        assertThatThrownBy(() -> open(named(other, node())))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(last.name() + " at " + empty + " has no code on chain 31337");
    }

    @Test
    void aFileWithoutAContractThatIsNeededIsASentence() throws Exception {
        var contracts = network.deployment().contracts().stream()
                .filter(contract -> !contract.name().equals("Treasury"))
                .toList();
        var other = with(network.deployment().chain(), contracts);

        assertThatThrownBy(() -> open(named(other, node())))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The deployment file names no Treasury.");
    }

    @Test
    void aNodeThatLagsIsASentence() throws Exception {
        try (var fresh = AnvilProcess.start(AnvilBinary.find(), OptionalInt.empty(), List.of())) {
            new AnvilRpc(fresh.node().address()).ask("anvil_mine", 1);
            var address = fresh.node().address();

            assertThatThrownBy(() -> open(world(address)))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("The node at " + address + " is behind: its newest block is 1");
        }
    }

    private Path with(ChainId chain, List<DeployedContract> contracts) throws ProblemException {
        var world = network.deployment();
        var file = folder.resolve("other.json");
        DeploymentFile.write(
                new Deployment(chain, contracts, world.accounts(), world.roles(), world.members(), world.functions()),
                file);
        return file;
    }
}
