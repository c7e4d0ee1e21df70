package org.breakwater.desktop.boot;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.breakwater.adapters.ethereum.AbiFactDecoder;
import org.breakwater.adapters.storage.SqliteAlerts;
import org.breakwater.adapters.watch.NodeSafes;
import org.breakwater.adapters.watch.RuleFiles;
import org.breakwater.core.alert.AlertNames;
import org.breakwater.core.follow.FollowProtocol;
import org.breakwater.core.follow.Known;
import org.breakwater.core.index.IndexStore;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.stress.Assumptions;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Live;
import org.breakwater.core.value.Loadable;
import org.breakwater.core.watch.AlertStore;
import org.breakwater.core.watch.WatchProtocol;
import org.breakwater.core.watch.WatchedFacts;
import org.breakwater.desktop.kit.NetworkKind;
import org.jspecify.annotations.Nullable;

/// Judges what becomes known by the program's own rules, on a thread of its own: the newest that is known, where
/// several
/// blocks came meanwhile.
final class AlertWatch implements AutoCloseable {

    private static final Duration TICK = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SqliteAlerts store;
    private final WatchProtocol watch;
    private final ScheduledExecutorService judging = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "alerts");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicReference<@Nullable Loadable<Known>> newest = new AtomicReference<>();
    private final AtomicReference<@Nullable Future<?>> ticking = new AtomicReference<>();
    private final List<Live.Following> followings = new ArrayList<>();

    private AlertWatch(SqliteAlerts store, WatchProtocol watch) {
        this.store = store;
        this.watch = watch;
    }

    /// @param file in which the alerts are kept
    /// @param index what is read of the chain
    /// @param safes whose owners and guards are compared
    static AlertWatch start(
            Connection connection,
            Path file,
            IndexStore index,
            FollowProtocol follow,
            AlertNames names,
            Set<Address> safes)
            throws ProblemException {
        var store = SqliteAlerts.open(file);
        var started = new AlertWatch(
                store,
                new WatchProtocol(new WatchProtocol.Parts(
                        store,
                        RuleFiles.standard(),
                        new WatchedFacts(index, new AbiFactDecoder(), connection.deployment()),
                        names,
                        Assumptions.initial(),
                        safes,
                        new NodeSafes(connection.node()),
                        connection.kind() == NetworkKind.LOCAL,
                        InstantSource.system(),
                        System::nanoTime)));
        started.follow(connection, follow);
        return started;
    }

    private void follow(Connection connection, FollowProtocol follow) {
        followings.add(connection.endpoints().use().follow(use -> judge(() -> watch.endpoints(use))));
        followings.add(follow.known().follow(this::know));
        ticking.set(judging.scheduleWithFixedDelay(watch::tick, TICK.toSeconds(), TICK.toSeconds(), TimeUnit.SECONDS));
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
        store.close();
    }
}
