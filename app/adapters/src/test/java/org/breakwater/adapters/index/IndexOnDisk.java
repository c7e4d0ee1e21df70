package org.breakwater.adapters.index;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.breakwater.adapters.storage.IndexStores;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.fact.FactDecoder;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.IndexStore;
import org.breakwater.core.index.LogSource;
import org.breakwater.core.index.SyncIndex;
import org.breakwater.core.index.SyncListener;
import org.breakwater.core.index.SyncReport;

/// An index in a file, synced as the program does it.
final class IndexOnDisk implements AutoCloseable {

    private final Path file;
    private final Deployment deployment;
    private final FactDecoder decoder;
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private IndexStore store;

    IndexOnDisk(Path file, Deployment deployment, FactDecoder decoder) throws IndexException {
        this.file = file;
        this.deployment = deployment;
        this.decoder = decoder;
        this.store = IndexStores.file(file, deployment);
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

    void reopen() throws IndexException {
        store.close();
        store = IndexStores.file(file, deployment);
    }

    List<String> content() {
        return StoreContent.of(file);
    }

    /// What is here and not in an index that is made anew from the source, or the other way round.
    List<String> differencesToAFreshOne(LogSource source) throws IndexException {
        var beside = file.resolveSibling("fresh-" + System.nanoTime() + ".db");
        try (var fresh = new IndexOnDisk(beside, deployment, decoder)) {
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
