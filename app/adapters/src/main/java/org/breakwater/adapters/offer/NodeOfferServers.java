package org.breakwater.adapters.offer;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.adapters.deployment.DeploymentFile;
import org.breakwater.adapters.ethereum.AbiFactDecoder;
import org.breakwater.adapters.ethereum.ChainOutside;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.ethereum.NodeAddress;
import org.breakwater.adapters.storage.IndexStores;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.follow.FollowStore;
import org.breakwater.core.follow.FromStore;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.SharedIndex;
import org.breakwater.core.offer.Offer;
import org.breakwater.core.offer.OfferServers;
import org.breakwater.core.offer.StoredEvents;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Quotation;

/// Servers of an index that another program keeps. A node is asked how far the chain is, and what price feeds and
/// venues say; everything else is the index's.
public final class NodeOfferServers implements OfferServers {

    private static final int MOST_PORT = 65_535;

    private final IndexStores indexes;
    private final InstantSource clock;
    private final Duration every;

    /// @param clock of this machine, by which health tells an age
    /// @param every how long to wait between two looks at the index
    public NodeOfferServers(IndexStores indexes, InstantSource clock, Duration every) {
        this.indexes = indexes;
        this.clock = clock;
        this.every = every;
    }

    @Override
    public String description() {
        return OpenApi.text(Paths.described());
    }

    @Override
    public OpenServer open(Wanted wanted) throws ProblemException, IndexException {
        var listen = new InetSocketAddress(literal(wanted.listen()), port(wanted.port()));
        var proxy =
                wanted.proxy().isPresent() ? Optional.of(literal(wanted.proxy().get())) : Optional.<InetAddress>empty();
        var admission = new Admission(wanted.perSecond(), proxy, System::nanoTime);
        var file = DeploymentFile.read(path(wanted.deployment()));
        var node = EthereumNode.connect(NodeAddress.parse(wanted.rpc()).http());
        try {
            file.requireChain(node);
            var index = indexes.read(wanted.index(), file.deployment());
            try {
                var follower = new Follower(file.deployment(), node, index);
                follower.look();
                return new Serving(follower, OfferServer.start(listen, follower.source, admission, wanted.origins()));
            } catch (ProblemException | RuntimeException refused) {
                index.close();
                throw refused;
            }
        } catch (IndexException | ProblemException | RuntimeException refused) {
            node.close();
            throw refused;
        }
    }

    private static InetAddress literal(String text) throws ProblemException {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException noAddress) {
            throw new ProblemException(
                    Problem.of(
                            Quotation.of(text) + " is no address of IP.",
                            "Give one like 127.0.0.1 for this machine alone, or 0.0.0.0 for all that reach it."),
                    noAddress);
        }
    }

    private static int port(int port) throws ProblemException {
        if (port < 0 || port > MOST_PORT) {
            throw new ProblemException(Problem.of(port + " is no port.", "Choose one from 1 to " + MOST_PORT + "."));
        }
        return port;
    }

    private static Path path(String text) throws ProblemException {
        try {
            return Path.of(text);
        } catch (InvalidPathException malformed) {
            throw new ProblemException(Problem.of("“" + text + "” is no path of a file.", "Check it."), malformed);
        }
    }

    /// Brings what is new from the index and the node.
    private final class Follower implements AutoCloseable {

        private static final Duration MOST_PATIENCE = Duration.ofSeconds(30);

        private final Deployment deployment;
        private final EthereumNode node;
        private final SharedIndex index;
        private final Source source;
        private final FollowStore follow;
        private Optional<FromStore> known = Optional.empty();
        private Optional<Offer> offer = Optional.empty();

        private Follower(Deployment deployment, EthereumNode node, SharedIndex index) {
            this.deployment = deployment;
            this.node = node;
            this.index = index;
            source = new Source(new StoredEvents(index), clock);
            follow = new FollowStore(
                    new FollowStore.Parts(index, new AbiFactDecoder(), deployment, new ChainOutside(node, deployment)));
        }

        /// @return whether all went well
        private boolean look() {
            var problems = new ArrayList<Problem>();
            read(problems);
            source.tell(offer, head(problems), problems);
            return problems.isEmpty();
        }

        private void read(List<Problem> problems) {
            try {
                var found = follow.look();
                if (!found.equals(known)) {
                    known = found;
                    offer = found.map(from -> new Offer(deployment, from));
                    offer.ifPresent(Offer::prepare);
                }
            } catch (IndexException failed) {
                problems.add(failed.fault().problem());
            } catch (ProblemException failed) {
                problems.add(failed.problem());
            }
        }

        private Optional<BlockRef> head(List<Problem> problems) {
            try {
                return Optional.of(node.head());
            } catch (ProblemException silent) {
                problems.add(silent.problem());
                return Optional.empty();
            }
        }

        private void run() {
            var patience = every;
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    Thread.sleep(patience);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    return;
                }
                var doubled = patience.multipliedBy(2);
                patience = look() ? every : doubled.compareTo(MOST_PATIENCE) < 0 ? doubled : MOST_PATIENCE;
            }
        }

        @Override
        public void close() {
            index.close();
            node.close();
        }
    }

    private record Serving(Follower follower, OfferServer server) implements OpenServer {

        @Override
        public String address() {
            return server.address().toString();
        }

        @Override
        public void run() {
            follower.run();
        }

        @Override
        public void close() {
            server.close();
            follower.close();
        }
    }
}
