package org.breakwater.core.offer;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.problem.ProblemException;

/// Port: offers what an index tells to programs elsewhere.
public interface OfferServers {

    /// Opens the index to read, reads all of it, and answers from then on.
    OpenServer open(Wanted wanted) throws ProblemException, IndexException;

    /// The description of what is answered, as OpenAPI 3.1.
    String description();

    /// What a server needs.
    ///
    /// @param index where it is: a file, or another place that the program can open
    /// @param deployment path of the deployment file
    /// @param rpc the node's address
    /// @param listen address to listen at
    /// @param port 0 for any that is free
    /// @param perSecond requests a second that one address may make; 0 for any number
    /// @param origins whose pages may read answers; empty for none, `*` for all
    /// @param proxy address of a proxy, whose word is taken for where requests come from
    record Wanted(
            String index,
            String deployment,
            String rpc,
            String listen,
            int port,
            int perSecond,
            List<String> origins,
            Optional<String> proxy) {

        public Wanted {
            origins = List.copyOf(origins);
        }
    }

    /// A server that answers.
    interface OpenServer extends AutoCloseable {

        String address();

        /// Follows the index until the thread is interrupted.
        void run();

        @Override
        void close();
    }
}
