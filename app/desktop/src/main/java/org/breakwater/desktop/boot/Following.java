package org.breakwater.desktop.boot;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.breakwater.adapters.deployment.UsedOutside;
import org.breakwater.adapters.ethereum.AbiFactDecoder;
import org.breakwater.adapters.ethereum.ChainOutside;
import org.breakwater.adapters.ethereum.download.FollowedHeads;
import org.breakwater.core.activity.EventLog;
import org.breakwater.core.follow.FollowProtocol;
import org.breakwater.core.follow.PastProtocol;
import org.breakwater.core.index.IndexStore;
import org.breakwater.core.index.LogSources;
import org.breakwater.core.index.SyncIndex;
import org.breakwater.core.value.Live;

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
    private final FollowedHeads heads;
    private Live.Following switching = () -> {};

    private Following(Connection connection, IndexStore store) {
        var decoder = new AbiFactDecoder();
        var deployment = connection.deployment();
        var outside = new UsedOutside(new ChainOutside(connection.node(), deployment), connection.endpoints());
        this.sources = connection.sources();
        this.store = store;
        this.background = Executors.newVirtualThreadPerTaskExecutor();
        this.heads = new FollowedHeads(connection::heads, this::look);
        var sync = new SyncIndex(sources, store, decoder, deployment, background);
        this.follow =
                new FollowProtocol(new FollowProtocol.Parts(sync, store, decoder, deployment, outside, this::every));
        this.events = new EventLog(store, decoder, deployment);
        this.past = new PastProtocol(store, decoder, deployment);
        this.thread = Thread.ofVirtual().name("follow").unstarted(follow::run);
    }

    private void look() {
        follow.lookNow();
    }

    private Duration every() {
        return isToldOfHeads() ? SELDOM : EVERY;
    }

    /// Whether the node tells of new heads by itself.
    boolean isToldOfHeads() {
        return heads.isLive();
    }

    /// @param store where the index is kept; closed with this
    static Following start(Connection connection, IndexStore store) {
        var following = new Following(connection, store);
        following.thread.start();
        following.switching =
                connection.endpoints().use().follow(_ -> following.background.execute(following.heads::listen));
        return following;
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
        heads.close();
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
}
