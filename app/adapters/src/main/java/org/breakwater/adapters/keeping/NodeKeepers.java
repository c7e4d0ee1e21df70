package org.breakwater.adapters.keeping;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.breakwater.adapters.deployment.DeploymentFile;
import org.breakwater.adapters.ethereum.AbiFactDecoder;
import org.breakwater.adapters.ethereum.ChainOutside;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.ethereum.KeyAccount;
import org.breakwater.adapters.ethereum.NodeAddress;
import org.breakwater.adapters.ethereum.NodeViews;
import org.breakwater.adapters.signer.keystore.Keystore;
import org.breakwater.adapters.storage.IndexStores;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.execution.Pause;
import org.breakwater.core.execution.PayingAccount;
import org.breakwater.core.follow.FollowProtocol;
import org.breakwater.core.follow.Known;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.IndexStore;
import org.breakwater.core.index.SyncIndex;
import org.breakwater.core.keeping.AnomalyRules;
import org.breakwater.core.keeping.AnomalyWatch;
import org.breakwater.core.keeping.KeepRound;
import org.breakwater.core.keeping.Keeper;
import org.breakwater.core.keeping.KeeperEndpoint;
import org.breakwater.core.keeping.KeeperRules;
import org.breakwater.core.keeping.Keepers;
import org.breakwater.core.keeping.Privileges;
import org.breakwater.core.keeping.Reports;
import org.breakwater.core.keeping.TryActions;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Loadable;

/// Keepers that work through nodes over HTTP.
public final class NodeKeepers implements Keepers {

    private static final String SPENDING = "spending";

    private final InstantSource clock;
    private final Pause pause;

    /// @param clock by whose days spending is limited
    public NodeKeepers(InstantSource clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public OpenKeeper open(Places places) throws ProblemException {
        var file = DeploymentFile.read(path(places.deployment()));
        var passedOver = new ArrayList<Problem>();
        var nodes = nodes(places.rpcs(), file, passedOver);
        Optional<Path> passing = Optional.empty();
        try {
            var reports = places.reports().isPresent()
                    ? new ReportFolder(path(places.reports().get()))
                    : Reports.NONE;
            if (places.store().isEmpty()) {
                passing = Optional.of(folder());
            }
            var store = places.store().isPresent()
                    ? IndexStores.path(places.store().get()).toAbsolutePath()
                    : passing.orElseThrow().resolve("index.sqlite");
            return new NodeKeeper(file.deployment(), nodes, passedOver, store, passing, reports);
        } catch (ProblemException | RuntimeException refused) {
            nodes.forEach(EthereumNode::close);
            throw refused;
        }
    }

    private static Path folder() throws ProblemException {
        try {
            return Files.createTempDirectory("breakwater-keep");
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.of("No folder for the index could be made.", "Name a file with --db."), failed);
        }
    }

    private static Path path(String text) throws ProblemException {
        try {
            return Path.of(text);
        } catch (InvalidPathException malformed) {
            throw new ProblemException(Problem.of("“" + text + "” is no path of a file.", "Check it."), malformed);
        }
    }

    /// Those that show that they are on the chain, with the same first block. One is enough.
    private static List<EthereumNode> nodes(List<String> rpcs, DeploymentFile file, List<Problem> passedOver)
            throws ProblemException {
        var nodes = new ArrayList<EthereumNode>();
        for (var rpc : rpcs) {
            try {
                var node = EthereumNode.connect(NodeAddress.parse(rpc).http());
                try {
                    file.agreeWith(node);
                    if (!nodes.isEmpty()
                            && !nodes.getFirst()
                                    .block(0)
                                    .hash()
                                    .equals(node.block(0).hash())) {
                        throw new ProblemException(Problem.of(
                                node.name() + " is on another chain with the same id.",
                                "Leave it out, or find out which of them is right."));
                    }
                    nodes.add(node);
                } catch (ProblemException | RuntimeException refused) {
                    node.close();
                    throw refused;
                }
            } catch (ProblemException refused) {
                passedOver.add(refused.problem());
            }
        }
        if (nodes.isEmpty()) {
            throw new ProblemException(passedOver.getFirst());
        }
        return nodes;
    }

    @Override
    public PayingAccount key(String file, char[] passphrase) throws ProblemException {
        return new KeyAccount(Keystore.unlocked(path(file), passphrase, InstantSource.system()));
    }

    private final class NodeKeeper implements OpenKeeper {

        private final Deployment deployment;
        private final List<EthereumNode> nodes;
        private final List<Problem> passedOver;
        private final IndexStore store;
        private final Path storeFile;
        private final Optional<Path> passing;
        private final RotatingSources sources;
        private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
        private final EthereumNode node;
        private final FollowProtocol follow;
        private final KeepRound round;
        private volatile int used;

        NodeKeeper(
                Deployment deployment,
                List<EthereumNode> nodes,
                List<Problem> passedOver,
                Path storeFile,
                Optional<Path> passing,
                Reports reports)
                throws ProblemException {
            this.deployment = deployment;
            this.nodes = List.copyOf(nodes);
            this.passedOver = List.copyOf(passedOver);
            this.storeFile = storeFile;
            this.passing = passing;
            this.store = store(storeFile, deployment);
            this.sources = new RotatingSources(
                    nodes.stream().map(EthereumNode::address).toList(), deployment.chain());
            this.node = EthereumNode.inUse(this::inUse, deployment.chain());
            var decoder = new AbiFactDecoder();
            this.follow = new FollowProtocol(new FollowProtocol.Parts(
                    new SyncIndex(sources, store, decoder, deployment, background),
                    store,
                    decoder,
                    deployment,
                    new ChainOutside(node, deployment),
                    () -> Duration.ofSeconds(1)));
            this.round = new KeepRound(
                    deployment.address("CoverGovernor"),
                    reports,
                    new AnomalyWatch(new NodeViews(node), AnomalyRules.USUAL),
                    new TryActions(new NodeKeeperEndpoint(node).chain()));
        }

        private URI inUse() {
            return nodes.get(used).address();
        }

        private static IndexStore store(Path file, Deployment deployment) throws ProblemException {
            try {
                return IndexStores.file(file, deployment);
            } catch (IndexException refused) {
                throw new ProblemException(refused.fault().problem(), refused);
            }
        }

        @Override
        public List<Problem> passedOver() {
            return passedOver;
        }

        /// Where a node does not answer, the next one is asked for everything.
        @Override
        public KeepRound.Found look(Address sender) throws ProblemException {
            for (int failed = 1; ; failed++) {
                try {
                    return round.look(known(), sender);
                } catch (ProblemException broken) {
                    if (failed >= nodes.size()) {
                        throw broken;
                    }
                    used = (used + 1) % nodes.size();
                }
            }
        }

        private Known known() throws ProblemException {
            sources.begin();
            follow.look();
            return switch (follow.known().get()) {
                case Loadable.Ready<Known>(var known, var _) -> known;
                case Loadable.Stale<Known>(var _, var _, var why) ->
                    throw new ProblemException(Problem.of(why, "It is looked at again."));
                case Loadable.Failed<Known>(var problem) -> throw new ProblemException(problem);
                case Loadable.Idle<Known> _, Loadable.Loading<Known> _ ->
                    throw new ProblemException(Problem.of("Nothing was read yet.", "It is looked at again."));
            };
        }

        @Override
        public Keeper keeper(PayingAccount account, KeeperRules rules) throws ProblemException {
            Privileges.requireNone(account.address(), known(), deployment, owners());
            var endpoints =
                    nodes.stream().<KeeperEndpoint>map(NodeKeeperEndpoint::new).toList();
            return new Keeper(endpoints, account, new SpendingFile(spending(account.address())), rules, clock, pause);
        }

        /// Beside the index, so that it is kept; where that passes, where the program's other passing files are.
        private Path spending(Address account) throws ProblemException {
            var name = SPENDING + "-" + account.toString().toLowerCase(Locale.ROOT);
            return passing.isPresent()
                    ? path(System.getProperty("java.io.tmpdir")).resolve("breakwater-" + name)
                    : storeFile.resolveSibling(name);
        }

        private Map<String, Set<Address>> owners() throws ProblemException {
            var owners = new HashMap<String, Set<Address>>();
            var chain = new NodeKeeperEndpoint(node).chain();
            for (var account : deployment.accounts().entrySet()) {
                if (!node.code(account.getValue()).isEmpty()) {
                    owners.put(
                            account.getKey(),
                            new HashSet<>(chain.state(account.getValue()).owners()));
                }
            }
            return owners;
        }

        @Override
        public void close() {
            background.shutdownNow();
            sources.close();
            store.close();
            node.close();
            nodes.forEach(EthereumNode::close);
            passing.ifPresent(NodeKeeper::remove);
        }

        private static void remove(Path folder) {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    Files.deleteIfExists(file);
                }
                Files.deleteIfExists(folder);
            } catch (IOException left) {
                folder.toFile().deleteOnExit();
            }
        }
    }
}
