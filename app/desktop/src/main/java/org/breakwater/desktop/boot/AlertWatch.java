package org.breakwater.desktop.boot;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.breakwater.adapters.ethereum.AbiFactDecoder;
import org.breakwater.adapters.ethereum.NodeSignings;
import org.breakwater.adapters.outlets.MonitorOutlets;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.adapters.storage.BegunAnew;
import org.breakwater.adapters.storage.SqliteAlerts;
import org.breakwater.adapters.watch.NodeSafes;
import org.breakwater.adapters.watch.RuleFiles;
import org.breakwater.adapters.watch.WatchChoiceFile;
import org.breakwater.core.alert.AlertNames;
import org.breakwater.core.alerting.SetWatch;
import org.breakwater.core.follow.FollowProtocol;
import org.breakwater.core.follow.Known;
import org.breakwater.core.index.IndexStore;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.stress.Assumptions;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Live;
import org.breakwater.core.value.Loadable;
import org.breakwater.core.watch.AlertStore;
import org.breakwater.core.watch.KeptSignings;
import org.breakwater.core.watch.WatchProtocol;
import org.breakwater.core.watch.WatchedFacts;
import org.breakwater.desktop.kit.NetworkKind;
import org.jspecify.annotations.Nullable;

/// Judges what becomes known by the program's own rules, on a thread of its own: the newest that is known, where
/// several blocks came meanwhile. Tells of it whoever is to be told.
final class AlertWatch implements AutoCloseable {

    private static final String ALERTS = "alerts.sqlite";
    private static final String DELIVERIES = "deliveries.sqlite";
    private static final Duration TICK = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SqliteAlerts store;
    private final WatchProtocol watch;
    private final SetWatch setting;
    private final ScheduledExecutorService judging = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "alerts");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicReference<@Nullable Loadable<Known>> newest = new AtomicReference<>();
    private final AtomicReference<@Nullable Future<?>> ticking = new AtomicReference<>();
    private final List<Live.Following> followings = new ArrayList<>();

    private AlertWatch(SqliteAlerts store, WatchProtocol watch, SetWatch setting) {
        this.store = store;
        this.watch = watch;
        this.setting = setting;
    }

    /// Begins to judge and to tell, as it was chosen for this network.
    ///
    /// @param environment of this program, in which secrets of targets may stand
    /// @param index what is read of the chain
    /// @param safes whose owners and guards are compared
    /// @param assumed of what no chain tells
    /// @param said told of what was set aside because it could not be read
    static AlertWatch start(
            Connection connection,
            Map<String, String> environment,
            IndexStore index,
            FollowProtocol follow,
            AlertNames names,
            Set<Address> safes,
            Live<Assumptions> assumed,
            Consumer<Problem> said)
            throws ProblemException {
        var folder = connection.folder();
        var store = BegunAnew.where(folder.resolve(ALERTS), SqliteAlerts::open, said);
        var watch = new WatchProtocol(new WatchProtocol.Parts(
                store,
                RuleFiles.standard(),
                new WatchedFacts(index, new AbiFactDecoder(), connection.deployment()),
                names,
                assumed.get(),
                safes,
                new NodeSafes(connection.node()),
                new KeptSignings(new NodeSignings(connection.node(), new EcdsaRecovery()), Thread::startVirtualThread),
                connection.kind() == NetworkKind.LOCAL,
                InstantSource.system(),
                System::nanoTime));
        try {
            var setting = SetWatch.start(new SetWatch.Parts(
                    watch,
                    store,
                    new WatchChoiceFile(folder),
                    new RuleFiles(),
                    new MonitorOutlets(environment, InstantSource.system()),
                    folder.resolve(DELIVERIES).toString()));
            var started = new AlertWatch(store, watch, setting);
            started.followings.add(assumed.follow(watch::assume));
            started.follow(connection, follow);
            return started;
        } catch (ProblemException | RuntimeException refused) {
            store.close();
            throw refused;
        }
    }

    private void follow(Connection connection, FollowProtocol follow) {
        followings.add(connection.endpoints().use().follow(use -> judge(() -> watch.endpoints(use))));
        followings.add(follow.known().follow(this::know));
        followings.add(watch.status().follow(_ -> setting.news()));
        ticking.set(judging.scheduleWithFixedDelay(this::tick, TICK.toSeconds(), TICK.toSeconds(), TimeUnit.SECONDS));
    }

    private void tick() {
        setting.look();
        watch.tick();
    }

    private void know(Loadable<Known> known) {
        if (newest.getAndSet(known) == null) {
            judge(this::look);
        }
    }

    private void look() {
        var known = newest.getAndSet(null);
        if (known != null) {
            watch.look(known);
        }
    }

    private void judge(Runnable work) {
        try {
            judging.execute(work);
        } catch (RejectedExecutionException closing) {
            // What comes while it is closed is judged at the next start.
        }
    }

    WatchProtocol watch() {
        return watch;
    }

    SetWatch setting() {
        return setting;
    }

    AlertStore store() {
        return store;
    }

    /// Stops, and waits until nothing is written any more.
    @Override
    public void close() {
        followings.forEach(Live.Following::close);
        var ticks = ticking.get();
        if (ticks != null) {
            ticks.cancel(false);
        }
        judging.shutdown();
        try {
            judging.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        setting.close();
        store.close();
    }
}
