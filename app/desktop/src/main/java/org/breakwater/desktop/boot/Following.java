package org.breakwater.desktop.boot;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.breakwater.adapters.ethereum.AbiFactDecoder;
import org.breakwater.adapters.ethereum.ChainOutside;
import org.breakwater.adapters.ethereum.download.NewHeads;
import org.breakwater.core.activity.EventLog;
import org.breakwater.core.chain.Unfit;
import org.breakwater.core.follow.FollowProtocol;
import org.breakwater.core.follow.Outside;
import org.breakwater.core.follow.PastProtocol;
import org.breakwater.core.index.IndexStore;
import org.breakwater.core.index.LogSources;
import org.breakwater.core.index.SyncIndex;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Live;
import org.jspecify.annotations.Nullable;

/// Keeps what is known of a protocol up with its chain, on a thread of its own, until it is closed.
final class Following implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(2);

    /// Where the node tells of new heads by itself: only in case it keeps one to itself.
    private static final Duration SELDOM = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LogSources sources;
    private final IndexStore store;
    private final ExecutorService background;
    private final FollowProtocol follow;
    private final EventLog events;
    private final PastProtocol past;
    private final Thread thread;
    private final AtomicReference<@Nullable NewHeads> heads = new AtomicReference<>();
    private final Connection connection;
    private Live.Following switching = () -> {};
    private boolean isClosed;

    private Following(Connection connection, IndexStore store) {
        var decoder = new AbiFactDecoder();
        var deployment = connection.deployment();
        this.connection = connection;
        this.sources = connection.sources();
        this.store = store;
        this.background = Executors.newVirtualThreadPerTaskExecutor();
        var sync = new SyncIndex(sources, store, decoder, deployment, background);
        this.follow = new FollowProtocol(
                new FollowProtocol.Parts(sync, store, decoder, deployment, outside(connection), this::every));
        this.events = new EventLog(store, decoder, deployment);
        this.past = new PastProtocol(store, decoder, deployment);
        this.thread = Thread.ofVirtual().name("follow").unstarted(follow::run);
    }

    private Duration every() {
        return isToldOfHeads() ? SELDOM : EVERY;
    }

    /// Whether the node tells of new heads by itself.
    boolean isToldOfHeads() {
        var telling = heads.get();
        return telling != null && telling.isLive();
    }

    /// What other contracts say, from another endpoint where the one that is used does not tell.
    private static Outside outside(Connection connection) {
        var outside = new ChainOutside(connection.node(), connection.deployment());
        var endpoints = connection.endpoints();
        return (state, block) -> {
            var asked = endpoints.use().get().endpoint();
            try {
                return outside.at(state, block);
            } catch (ProblemException untold) {
                if (endpoints.failed(asked, Unfit.REFUSING, untold.problem())) {
                    return outside.at(state, block);
                }
                throw untold;
            }
        };
    }

    /// @param store where the index is kept; closed with this
    static Following start(Connection connection, IndexStore store) {
        var following = new Following(connection, store);
        following.thread.start();
        following.switching = connection.endpoints().use().follow(_ -> following.background.execute(following::listen));
        return following;
    }

    /// Hears of new heads from the endpoint that is used, and looks at once whether it knows of any.
    private synchronized void listen() {
        var address = connection.heads();
        var telling = heads.get();
        if (telling != null && address.filter(telling.address()::equals).isPresent()) {
            return;
        }
        heads.set(null);
        if (telling != null) {
            telling.close();
            follow.lookNow();
        }
        if (!isClosed) {
            address.ifPresent(there -> heads.set(NewHeads.start(there, follow::lookNow)));
        }
    }

    FollowProtocol follow() {
        return follow;
    }

    EventLog events() {
        return events;
    }

    PastProtocol past() {
        return past;
    }

    /// Stops, and waits until nothing is written any more.
    @Override
    public void close() {
        switching.close();
        stopListening();
        thread.interrupt();
        sources.close();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        background.shutdownNow();
        store.close();
    }

    private synchronized void stopListening() {
        isClosed = true;
        var telling = heads.getAndSet(null);
        if (telling != null) {
            telling.close();
        }
    }
}
