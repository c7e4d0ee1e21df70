package org.breakwater.adapters.index;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.fact.FactDecoder;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.IndexStore;
import org.breakwater.core.index.LogSource;
import org.breakwater.core.index.SyncIndex;
import org.breakwater.core.index.SyncListener;
import org.breakwater.core.index.SyncReport;
import org.breakwater.core.problem.ProblemException;

/// An index at a place, synced as the program does it.
final class KeptIndex implements AutoCloseable {

    private final IndexPlace place;
    private final Deployment deployment;
    private final FactDecoder decoder;
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private IndexStore store;

    KeptIndex(IndexPlace place, Deployment deployment, FactDecoder decoder) throws IndexException, ProblemException {
        this.place = place;
        this.deployment = deployment;
        this.decoder = decoder;
        this.store = IndexPlace.stores().open(place.text(), deployment);
    }

    IndexStore store() {
        return store;
    }

    SyncReport sync(LogSource source) throws IndexException {
        return sync(source, (_, _) -> {});
    }

    SyncReport sync(LogSource source, SyncListener listener) throws IndexException {
        return new SyncIndex(source, store, decoder, deployment, background).run(listener);
    }

    void reopen() throws IndexException, ProblemException {
        store.close();
        store = IndexPlace.stores().open(place.text(), deployment);
    }

    List<String> content() {
        return StoreContent.of(place);
    }

    /// What is here and not in an index that is made anew from the source in a file, or the other way round.
    List<String> differencesToAFreshOne(LogSource source, Path folder) throws IndexException, ProblemException {
        try (var fresh = new KeptIndex(IndexPlace.Kind.FILE.fresh(folder), deployment, decoder)) {
            fresh.sync(source);
            return StoreContent.differences(content(), fresh.content());
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
        store.close();
    }
}
