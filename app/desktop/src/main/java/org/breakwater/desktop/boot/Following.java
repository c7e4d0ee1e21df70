package org.breakwater.desktop.boot;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.breakwater.adapters.ethereum.AbiFactDecoder;
import org.breakwater.adapters.ethereum.ChainOutside;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.ethereum.download.NewHeads;
import org.breakwater.adapters.ethereum.download.NodeLogSource;
import org.breakwater.core.activity.EventLog;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.follow.FollowProtocol;
import org.breakwater.core.index.IndexStore;
import org.breakwater.core.index.LogSource;
import org.breakwater.core.index.SyncIndex;
import org.jspecify.annotations.Nullable;

/// Keeps what is known of a protocol up with its chain, on a thread of its own, until it is closed.
final class Following implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(2);

    /// Where the node tells of new heads by itself: only in case it keeps one to itself.
    private static final Duration SELDOM = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LogSource source;
    private final IndexStore store;
    private final ExecutorService background;
    private final FollowProtocol follow;
    private final EventLog events;
    private final Thread thread;
    private final AtomicReference<@Nullable NewHeads> heads = new AtomicReference<>();

    private Following(LogSource source, IndexStore store, EthereumNode node, Deployment deployment) {
        var decoder = new AbiFactDecoder();
        this.source = source;
        this.store = store;
        this.background = Executors.newVirtualThreadPerTaskExecutor();
        var sync = new SyncIndex(source, store, decoder, deployment, background);
        this.follow = new FollowProtocol(new FollowProtocol.Parts(
                sync, store, decoder, deployment, new ChainOutside(node, deployment), this::every));
        this.events = new EventLog(store, decoder, deployment);
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

    /// @param heads where the node tells of new heads, if it does
    /// @param store where the index is kept; closed with this
    static Following start(EthereumNode node, Optional<URI> heads, Deployment deployment, IndexStore store) {
        var following = new Following(NodeLogSource.of(node.address(), deployment.chain()), store, node, deployment);
        following.thread.start();
        heads.ifPresent(address -> following.heads.set(NewHeads.start(address, following.follow::lookNow)));
        return following;
    }

    FollowProtocol follow() {
        return follow;
    }

    EventLog events() {
        return events;
    }

    /// Stops, and waits until nothing is written any more.
    @Override
    public void close() {
        var telling = heads.get();
        if (telling != null) {
            telling.close();
        }
        thread.interrupt();
        source.close();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        background.shutdownNow();
        store.close();
    }
}
