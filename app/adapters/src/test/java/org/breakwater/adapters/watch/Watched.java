package org.breakwater.adapters.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.breakwater.adapters.ethereum.AbiFactDecoder;
import org.breakwater.adapters.ethereum.ChainOutside;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.ethereum.NodeSignings;
import org.breakwater.adapters.ethereum.download.NodeLogSource;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.adapters.storage.IndexStores;
import org.breakwater.adapters.storage.SqliteAlerts;
import org.breakwater.core.alert.AlertNames;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.follow.FollowProtocol;
import org.breakwater.core.index.IndexStore;
import org.breakwater.core.index.SyncIndex;
import org.breakwater.core.stress.Assumptions;
import org.breakwater.core.watch.AlertChange;
import org.breakwater.core.watch.KeptSignings;
import org.breakwater.core.watch.SafeSignings;
import org.breakwater.core.watch.WatchProtocol;
import org.breakwater.core.watch.WatchedFacts;
import org.breakwater.core.watch.rule.RuleBook;

/// A protocol that is followed and watched, as a program does it.
final class Watched implements AutoCloseable {

    private static final AbiFactDecoder DECODER = new AbiFactDecoder();

    private final IndexStore store;
    private final SqliteAlerts alerts;
    private final NodeLogSource source;
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final FollowProtocol follow;
    private final WatchProtocol watch;

    Watched(Path folder, EthereumNode node, Deployment deployment, RuleBook rules) throws Exception {
        this(folder, node, deployment, rules, new NodeSignings(node, new EcdsaRecovery()));
    }

    Watched(Path folder, EthereumNode node, Deployment deployment, RuleBook rules, SafeSignings signings)
            throws Exception {
        store = IndexStores.file(folder.resolve("index.sqlite"), deployment);
        alerts = SqliteAlerts.open(folder.resolve("alerts.sqlite"));
        source = NodeLogSource.of(node.address(), deployment.chain());
        follow = new FollowProtocol(new FollowProtocol.Parts(
                new SyncIndex(source, store, DECODER, deployment, background),
                store,
                DECODER,
                deployment,
                new ChainOutside(node, deployment),
                () -> Duration.ofMillis(10)));
        var safes = new NodeSafes(node);
        watch = new WatchProtocol(new WatchProtocol.Parts(
                alerts,
                rules,
                new WatchedFacts(store, DECODER, deployment),
                AlertNames.NUMBERS,
                Assumptions.initial(),
                safes.among(deployment),
                safes,
                new KeptSignings(signings, Runnable::run),
                true,
                InstantSource.system(),
                System::nanoTime));
        follow.known().follow(watch::look);
    }

    FollowProtocol follow() {
        return follow;
    }

    WatchProtocol watch() {
        return watch;
    }

    SqliteAlerts alerts() {
        return alerts;
    }

    /// Looks once; what that told.
    List<AlertChange> look() throws Exception {
        var before = alerts.memory().lastSequence();
        follow.look();
        return after(before);
    }

    List<AlertChange> after(long sequence) throws Exception {
        var all = new ArrayList<AlertChange>();
        for (var page = alerts.after(sequence, 500); !page.isEmpty(); ) {
            all.addAll(page);
            page = alerts.after(page.getLast().sequence(), 500);
        }
        return all;
    }

    @Override
    public void close() {
        source.close();
        background.shutdownNow();
        store.close();
        alerts.close();
    }
}
