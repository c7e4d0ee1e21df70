package org.breakwater.core.index;

import java.util.concurrent.Executor;
import org.breakwater.core.problem.ProblemException;

/// Port: opens indexes.
public interface Indexes {

    /// Opens the store for the deployment, or makes it; the chain is read through the node.
    ///
    /// @param rpc the node's address
    /// @param deployment path of the deployment file
    /// @param store path of the file that holds the index, or the address of a database
    OpenIndex open(String rpc, String deployment, String store) throws ProblemException, IndexException;

    /// An index with its node.
    interface OpenIndex extends AutoCloseable {

        /// @param background where the chain is read
        SyncIndex sync(Executor background);

        IndexStore store();

        @Override
        void close();
    }
}
