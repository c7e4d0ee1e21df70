package org.breakwater.core.index;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.fact.FactDecoder;
import org.breakwater.core.fact.FollowedContracts;

/// Use case: brings the store to the head of the chain. The next segment is read while one is stored.
public final class SyncIndex {

    private final LogSources sources;
    private final IndexStore store;
    private final FactDecoder decoder;
    private final FollowedContracts contracts;
    private final Executor background;

    /// @param background where the chain is read, beside the thread that stores
    public SyncIndex(
            LogSource source, IndexStore store, FactDecoder decoder, Deployment deployment, Executor background) {
        this(LogSources.only(source), store, decoder, deployment, background);
    }

    /// @param sources another of which is read from where one fails
    /// @param background where the chain is read, beside the thread that stores
    public SyncIndex(
            LogSources sources, IndexStore store, FactDecoder decoder, Deployment deployment, Executor background) {
        this.sources = sources;
        this.store = store;
        this.decoder = decoder;
        this.contracts = FollowedContracts.of(deployment);
        this.background = background;
    }

    /// Stores what the chain has beyond the store, up to the head as it is at the start. However this ends, each
    /// segment
    /// that was stored stays, and the next run goes on from there.
    public SyncReport run(SyncListener listener) throws IndexException {
        var state = store.state();
        var tally = new Tally(state.through(), state.finality());
        while (true) {
            var source = sources.current();
            try {
                return tally.report(run(source, tally, listener));
            } catch (IndexException failed) {
                if (!sources.failed(source, failed.fault())) {
                    throw failed;
                }
            }
        }
    }

    /// @return how far the chain is, as the source sees it
    private ChainHeights run(LogSource source, Tally tally, SyncListener listener) throws IndexException {
        var walk = new ChainWalk(source, decoder, contracts, store);
        var next = ahead(walk);
        try {
            for (var segment = awaited(next); segment.isPresent(); segment = awaited(next)) {
                var target = walk.heights().orElseThrow();
                next = ahead(walk);
                store.append(segment.get());
                tally.add(segment.get());
                listener.stored(segment.get(), target);
            }
        } finally {
            next.cancel(true);
        }
        return walk.heights().orElseThrow();
    }

    private FutureTask<Optional<Segment>> ahead(ChainWalk walk) {
        var task = new FutureTask<>(walk::next);
        background.execute(task);
        return task;
    }

    private static Optional<Segment> awaited(FutureTask<Optional<Segment>> task) throws IndexException {
        try {
            return task.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IndexException(new IndexFault.Cancelled(), interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IndexException fault) {
                throw fault;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private static final class Tally {

        private long through;
        private long finality;
        private long logs;
        private long unknown;
        private long replaced;

        private Tally(long through, long finality) {
            this.through = through;
            this.finality = finality;
        }

        private void add(Segment segment) {
            replaced += through - segment.after();
            through = segment.through();
            finality = segment.finality();
            logs += segment.logs().size() + segment.found().size();
            unknown += segment.unknown();
        }

        private SyncReport report(ChainHeights chain) {
            return new SyncReport(chain, through, finality, logs, unknown, replaced);
        }
    }
}
