package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.breakwater.adapters.ethereum.NodeAddress;
import org.breakwater.adapters.localnet.AnvilBinary;
import org.breakwater.adapters.localnet.AnvilProcess;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.localnet.world.AnvilRpc;
import org.breakwater.adapters.storage.IndexStores;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.navigation.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the window says when the disk or the node fails it: a sentence each, and nothing that was known is lost.
class BadInputTest extends FxTest {

    private static final long ROOM_FOR_A_PART = 512 << 10;

    @TempDir
    private Path folder;

    private static EndpointConnection connection(LocalNetwork network, Path data) throws ProblemException {
        return EndpointConnection.open(
                new NetworkChoice.Named(
                        List.of(NodeAddress.parse(network.node().address().toString())),
                        Path.of(network.description().deployment()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                data);
    }

    private static LocalNetwork again(int port) throws ProblemException {
        return LocalNetwork.start(OptionalInt.of(port), LocalNetwork.PREPARED_SEED, _ -> {});
    }

    @Test
    void aDamagedFileOfWhatWasKeptLeavesTheRestReadable() throws Exception {
        var file = folder.resolve("transactions.sqlite");
        Files.writeString(file, "This is a letter, and no file of a database at all. ".repeat(20));
        var before = Files.readString(file);

        try (var network = LocalNetwork.start();
                var open = OpenConsole.onTheSame(network, folder)) {
            open.goTo(new Place.Council(), "Something that waits may be missing.");
            open.awaitWords("Move 65,000.00");
            open.picture("kept-damaged-light");
        }
        assertThat(Files.readString(file)).as("nothing is written over it").isEqualTo(before);
    }

    @Test
    void aFullDiskIsSaidAndWhatWasStoredIsGoneOnFrom() throws Exception {
        try (var network = LocalNetwork.start()) {
            var file = folder.resolve("index.sqlite");
            long stored;
            try (var full = IndexStores.file(file, network.deployment(), ROOM_FOR_A_PART);
                    var open = OpenConsole.on(network, connection(network, folder.resolve("data")), full)) {
                open.goTo(new Place.Pools(), "There is no room left for the index at " + file);
                open.awaitWords("Free some space, then start it again.");
                open.picture("disk-full-light");
                stored = open.events();
            }

            try (var roomy = IndexStores.file(file, network.deployment());
                    var open = OpenConsole.on(network, connection(network, folder.resolve("data")), roomy)) {
                assertThat(open.events()).as("nothing is lost").isGreaterThanOrEqualTo(stored);
                open.goTo(new Place.Pools(), "Bridge");
                await(open::isFresh);
                assertThat(open.events()).isGreaterThan(stored);
            }
        }
    }

    @Test
    void aFolderThatMayNotBeWrittenToIsASentence() throws Exception {
        try (var network = LocalNetwork.start();
                var closed = ReadOnlyFolder.at(folder.resolve("closed"))) {
            var connection = LocalConnection.to(network, closed.path());

            assertThatThrownBy(() -> new Wiring(connection).close())
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining(
                            "The index at " + closed.path().resolve("index.sqlite") + " may not be written to.")
                    .hasMessageContaining("Make it writable, with its folder");
        }
    }

    /// A folder into which nothing can be written, not by the superuser either: to whom permissions say nothing, but to
    /// whom the folders of the system's kernel are closed as well.
    private record ReadOnlyFolder(Path path) implements AutoCloseable {

        private static final List<Path> CLOSED_TO_EVERYBODY = List.of(Path.of("/sys"), Path.of("/System"));

        static ReadOnlyFolder at(Path path) throws IOException {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r-xr-x---"));
            var closed = Stream.concat(Stream.of(path), CLOSED_TO_EVERYBODY.stream())
                    .filter(ReadOnlyFolder::isClosed)
                    .findFirst();
            return new ReadOnlyFolder(closed.orElseThrow());
        }

        private static boolean isClosed(Path folder) {
            try {
                Files.delete(Files.createFile(folder.resolve("written.txt")));
                return false;
            } catch (IOException refused) {
                return Files.isDirectory(folder);
            }
        }

        @Override
        public void close() throws IOException {
            if (path.getNameCount() > 1) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    @Test
    void aNodeThatDiesAndComesBackLeavesWhatWasKnownUntilItDoes() throws Exception {
        var network = LocalNetwork.start();
        var port = network.node().address().getPort();
        try (var open = OpenConsole.on(network, connection(network, folder.resolve("data")))) {
            open.goTo(new Place.Pools(), "Bridge");
            await(open::isFresh);
            var known = open.known().block();
            var events = open.events();

            network.close();
            open.awaitWords("no newer answer");
            open.awaitWords("The endpoint does not answer");
            open.awaitWords("Bridge");
            await(() -> !open.isFresh());
            open.picture("node-gone-light");

            try (var back = again(port)) {
                await(open::isFresh);
                open.awaitWords("1 endpoint answers");
                assertThat(open.known().block().hash()).isEqualTo(known.hash());
                assertThat(open.events()).isEqualTo(events);
                new AnvilRpc(back.node().address()).ask("anvil_mine", 1);
                await(() -> open.isFresh() && open.known().block().number() == known.number() + 1);
            }
        }
    }

    @Test
    void aNodeThatLagsIsSaidToAndItsBlocksAreNotBelieved() throws Exception {
        try (var network = LocalNetwork.start()) {
            var rpc = new AnvilRpc(network.node().address());
            rpc.ask("anvil_mine", 5);
            try (var open = OpenConsole.on(network, connection(network, folder.resolve("data")))) {
                open.goTo(new Place.Pools(), "Bridge");
                await(open::isFresh);
                var known = open.known().block();

                rpc.ask("anvil_rollback", 3);
                open.awaitWords("The node is behind: it is at block " + (known.number() - 3));
                open.picture("node-behind-light");

                rpc.ask("anvil_mine", 4);
                await(() -> open.isFresh() && open.known().block().number() == known.number() + 1);
            }
        }
    }

    @Test
    void aNodeOnAnotherChainIsSaidToBeAndNothingOfItIsRead() throws Exception {
        var network = LocalNetwork.start();
        var port = network.node().address().getPort();
        try (var open = OpenConsole.on(network, connection(network, folder.resolve("data")))) {
            open.goTo(new Place.Pools(), "Bridge");
            await(open::isFresh);
            var events = open.events();
            network.close();

            try (var other =
                    AnvilProcess.start(AnvilBinary.find(), OptionalInt.of(port), List.of("--chain-id", "31338"))) {
                assertThat(other.node().address()).isEqualTo(URI.create("http://127.0.0.1:" + port));
                open.awaitWords("is on chain 31338, and the deployment file is for chain 31337");
                open.awaitWords("The endpoint does not answer");
                open.picture("node-other-chain-light");
                assertThat(open.events()).isEqualTo(events);
            }
            try (var back = again(port)) {
                await(open::isFresh);
                assertThat(open.known().block()).isEqualTo(back.node().head());
            }
        }
    }

    @Test
    void aMinedBlockIsKnownWithinASecond() throws Exception {
        try (var open = OpenConsole.onTheWorld()) {
            open.goTo(new Place.Pools(), "Bridge");
            var rpc = new AnvilRpc(open.network().node().address());
            await(() -> open.isFresh() && open.isToldOfHeads());
            var fastest = Long.MAX_VALUE;
            for (int i = 0; i < 5; i++) {
                var next = open.known().block().number() + 1;
                var began = System.nanoTime();
                rpc.ask("anvil_mine", 1);
                await(() -> open.isFresh() && open.known().block().number() == next);
                fastest = Math.min(fastest, System.nanoTime() - began);
            }
            assertThat(fastest).as("nanoseconds").isLessThan(1_000_000_000L);
        }
    }
}
