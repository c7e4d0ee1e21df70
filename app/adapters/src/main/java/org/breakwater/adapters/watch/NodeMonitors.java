package org.breakwater.adapters.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.breakwater.adapters.deployment.DeploymentFile;
import org.breakwater.adapters.deployment.NodeEndpoints;
import org.breakwater.adapters.deployment.UsedOutside;
import org.breakwater.adapters.ethereum.AbiFactDecoder;
import org.breakwater.adapters.ethereum.ChainOutside;
import org.breakwater.adapters.ethereum.NodeAddress;
import org.breakwater.adapters.ethereum.NodeSignings;
import org.breakwater.adapters.ethereum.download.FollowedHeads;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.adapters.storage.IndexStores;
import org.breakwater.adapters.storage.SqliteAlerts;
import org.breakwater.adapters.stress.AssumptionsFile;
import org.breakwater.core.alert.AlertNames;
import org.breakwater.core.chain.KnownChain;
import org.breakwater.core.connection.EndpointRules;
import org.breakwater.core.connection.EndpointSelection;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.follow.FollowProtocol;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.IndexStore;
import org.breakwater.core.index.LogSources;
import org.breakwater.core.index.SyncIndex;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.stress.Assumptions;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Live;
import org.breakwater.core.watch.AlertStore;
import org.breakwater.core.watch.KeptSignings;
import org.breakwater.core.watch.Monitors;
import org.breakwater.core.watch.WatchProtocol;
import org.breakwater.core.watch.WatchedFacts;
import org.breakwater.core.watch.rule.RuleBook;
import org.jspecify.annotations.Nullable;

/// Monitors of chains that are read through nodes, with an index and alerts in files of SQLite.
public final class NodeMonitors implements Monitors {

    /// On a network that somebody started for themselves a block may be of any age.
    private static final Duration NEVER = Duration.ofDays(36_500);

    private static final Duration LATE_AFTER = Duration.ofMinutes(2);

    private final InstantSource clock;
    private final Duration every;

    /// @param clock of this machine
    /// @param every how long to wait between two looks where the node does not tell of new heads by itself
    public NodeMonitors(InstantSource clock, Duration every) {
        this.clock = clock;
        this.every = every;
    }

    @Override
    public OpenMonitor open(Wanted wanted) throws ProblemException, IndexException {
        var judging = new Judging(new RuleFiles().read(wanted.rules()), assumptions(wanted.assumptions()));
        var file = DeploymentFile.read(path(wanted.deployment()));
        var addresses = new LinkedHashSet<NodeAddress>();
        for (var text : wanted.rpc()) {
            addresses.add(NodeAddress.parse(text));
        }
        var endpoints = NodeEndpoints.open(addresses, file, endpointRules(file.deployment()));
        try {
            return opened(wanted, file.deployment(), endpoints, judging);
        } catch (IndexException | ProblemException | RuntimeException refused) {
            endpoints.close();
            throw refused;
        }
    }

    /// By what is judged.
    private record Judging(RuleBook rules, Assumptions assumptions) {}

    private static Assumptions assumptions(Optional<String> file) throws ProblemException {
        return file.isPresent() ? AssumptionsFile.read(path(file.get())) : Assumptions.initial();
    }

    private NodeMonitor opened(Wanted wanted, Deployment deployment, NodeEndpoints endpoints, Judging judging)
            throws ProblemException, IndexException {
        var index = IndexStores.file(IndexStores.path(wanted.index()), deployment);
        try {
            var alerts = SqliteAlerts.open(path(wanted.alerts()));
            try {
                return new NodeMonitor(wanted, deployment, endpoints, judging, index, alerts);
            } catch (ProblemException | RuntimeException refused) {
                alerts.close();
                throw refused;
            }
        } catch (ProblemException | RuntimeException refused) {
            index.close();
            throw refused;
        }
    }

    private static Path path(String text) throws ProblemException {
        try {
            return Path.of(text);
        } catch (InvalidPathException malformed) {
            throw new ProblemException(Problem.of("“" + text + "” is no path of a file.", "Check it."), malformed);
        }
    }

    private static boolean isDevelopment(Deployment deployment) {
        return KnownChain.of(deployment.chain())
                .filter(known -> known.use() == KnownChain.Use.DEVELOPMENT)
                .isPresent();
    }

    private static EndpointRules endpointRules(Deployment deployment) {
        return isDevelopment(deployment) ? EndpointRules.development(NEVER) : EndpointRules.live(LATE_AFTER);
    }

    /// Contracts and accounts by the names that the deployment file gives them, those of which there are several with
    /// their address.
    private static AlertNames names(Deployment deployment) {
        var names = new LinkedHashMap<Address, String>();
        var pools = new ArrayList<DeployedContract>();
        for (var contract : deployment.contracts()) {
            if (contract.name().equals(Deployment.POOL)) {
                pools.add(contract);
                names.put(contract.address(), "pool " + pools.size());
            } else {
                names.put(contract.address(), contract.name());
            }
        }
        deployment.accounts().forEach((name, account) -> names.put(account, name));
        return new AlertNames(
                address -> names.getOrDefault(address, address.toString()), subject -> "subject " + subject);
    }

    private final class NodeMonitor implements OpenMonitor {

        private static final Duration TICK = Duration.ofSeconds(1);
        private static final Duration COMPARE = Duration.ofSeconds(5);
        private static final Duration SELDOM = Duration.ofSeconds(30);
        private static final Duration PATIENCE = Duration.ofSeconds(10);

        private final Wanted wanted;
        private final NodeEndpoints endpoints;
        private final Judging judging;
        private final IndexStore index;
        private final SqliteAlerts alerts;
        private final LogSources sources;
        private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
        private final ScheduledExecutorService ticking = Executors.newSingleThreadScheduledExecutor();
        private final KeptSignings signings;
        private final FollowProtocol follow;
        private final FollowedHeads heads;
        private final WatchProtocol watch;
        private final List<Live.Following> followings = new ArrayList<>();
        private @Nullable Thread running;
        private final AtomicBoolean isClosing = new AtomicBoolean();

        private NodeMonitor(
                Wanted wanted,
                Deployment deployment,
                NodeEndpoints endpoints,
                Judging judging,
                IndexStore index,
                SqliteAlerts alerts)
                throws ProblemException {
            var decoder = new AbiFactDecoder();
            var safes = new NodeSafes(endpoints.node());
            this.signings = new KeptSignings(new NodeSignings(endpoints.node(), new EcdsaRecovery()), background);
            this.wanted = wanted;
            this.endpoints = endpoints;
            this.judging = judging;
            this.index = index;
            this.alerts = alerts;
            this.sources = endpoints.sources();
            this.watch = new WatchProtocol(new WatchProtocol.Parts(
                    alerts,
                    judging.rules(),
                    new WatchedFacts(index, decoder, deployment),
                    names(deployment),
                    judging.assumptions(),
                    safes.among(deployment),
                    safes,
                    signings,
                    isDevelopment(deployment),
                    clock,
                    System::nanoTime));
            this.heads = new FollowedHeads(endpoints::heads, this::lookNow);
            this.follow = new FollowProtocol(new FollowProtocol.Parts(
                    new SyncIndex(sources, index, decoder, deployment, background),
                    index,
                    decoder,
                    deployment,
                    new UsedOutside(new ChainOutside(endpoints.node(), deployment), endpoints.selection()),
                    this::every));
            // Beside whoever changes it: judging asks which endpoint is used.
            followings.add(endpoints.selection().use().follow(_ -> background.execute(this::tellEndpoints)));
            followings.add(follow.known().follow(watch::look));
        }

        private void tellEndpoints() {
            watch.endpoints(endpoints.selection().use().get());
        }

        private void lookNow() {
            follow.lookNow();
        }

        private Duration every() {
            return heads.isLive() ? SELDOM : every;
        }

        @Override
        public WatchProtocol watch() {
            return watch;
        }

        @Override
        public FollowProtocol follow() {
            return follow;
        }

        @Override
        public EndpointSelection endpoints() {
            return endpoints.selection();
        }

        @Override
        public AlertStore alerts() {
            return alerts;
        }

        @Override
        public RuleBook rules() {
            return judging.rules();
        }

        @Override
        public Assumptions assumptions() {
            return judging.assumptions();
        }

        @Override
        public Map<String, Long> stores() {
            var sizes = new LinkedHashMap<String, Long>();
            size(wanted.index()).ifPresent(bytes -> sizes.put("index", bytes));
            size(wanted.alerts()).ifPresent(bytes -> sizes.put("alerts", bytes));
            return sizes;
        }

        /// With what SQLite has written beside the file and not yet into it.
        private static Optional<Long> size(String file) {
            try {
                var beside = Path.of(file + "-wal");
                return Optional.of(Files.size(Path.of(file)) + (Files.exists(beside) ? Files.size(beside) : 0));
            } catch (IOException unknown) {
                return Optional.empty();
            }
        }

        @Override
        public void once() {
            follow.look();
            try {
                signings.settle();
                watch.look(follow.known().get());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void run() {
            synchronized (this) {
                running = Thread.currentThread();
                followings.add(endpoints.selection().use().follow(_ -> background.execute(heads::listen)));
            }
            var _ = ticking.scheduleWithFixedDelay(
                    watch::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
            if (wanted.rpc().size() > 1) {
                var _ = ticking.scheduleWithFixedDelay(
                        () -> background.execute(endpoints.selection()::look),
                        COMPARE.toMillis(),
                        COMPARE.toMillis(),
                        TimeUnit.MILLISECONDS);
            }
            follow.run();
        }

        @Override
        public void close() {
            if (isClosing.getAndSet(true)) {
                return;
            }
            heads.close();
            var thread = running();
            followings.forEach(Live.Following::close);
            ticking.shutdownNow();
            sources.close();
            if (thread != null && !thread.equals(Thread.currentThread())) {
                thread.interrupt();
                join(thread);
            }
            background.shutdownNow();
            endpoints.close();
            index.close();
            alerts.close();
        }

        private synchronized @Nullable Thread running() {
            return running;
        }

        private static void join(Thread thread) {
            try {
                thread.join(PATIENCE);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
