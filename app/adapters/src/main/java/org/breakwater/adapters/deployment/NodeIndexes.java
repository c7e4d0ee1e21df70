package org.breakwater.adapters.deployment;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.breakwater.adapters.ethereum.AbiFactDecoder;
import org.breakwater.adapters.ethereum.download.NodeLogSource;
import org.breakwater.adapters.storage.IndexStores;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.IndexStore;
import org.breakwater.core.index.Indexes;
import org.breakwater.core.index.LogSource;
import org.breakwater.core.index.SyncIndex;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// Indexes in files or databases, of chains that are read through a node over HTTP.
public final class NodeIndexes implements Indexes {

    private final IndexStores stores;

    public NodeIndexes(IndexStores stores) {
        this.stores = stores;
    }

    @Override
    public OpenIndex open(String rpc, String deployment, String store) throws ProblemException, IndexException {
        var protocol = DeploymentFile.read(path(deployment)).deployment();
        var source = source(rpc, protocol);
        try {
            return new NodeIndex(protocol, source, stores.open(store, protocol));
        } catch (IndexException | ProblemException | RuntimeException refused) {
            source.close();
            throw refused;
        }
    }

    private static NodeLogSource source(String rpc, Deployment deployment) throws ProblemException {
        try {
            return NodeLogSource.of(URI.create(rpc), deployment.chain());
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(
                    Problem.of("That is no address of a node.", "Give one like http://127.0.0.1:8545."), malformed);
        }
    }

    private static Path path(String text) throws ProblemException {
        try {
            return Path.of(text);
        } catch (InvalidPathException malformed) {
            throw new ProblemException(Problem.of("“" + text + "” is no path of a file.", "Check it."), malformed);
        }
    }

    private record NodeIndex(Deployment deployment, LogSource source, IndexStore store) implements OpenIndex {

        @Override
        public SyncIndex sync(Executor background) {
            return new SyncIndex(source, store, new AbiFactDecoder(), deployment, background);
        }

        @Override
        public void close() {
            source.close();
            store.close();
        }
    }
}
