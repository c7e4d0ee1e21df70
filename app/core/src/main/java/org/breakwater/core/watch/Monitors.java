package org.breakwater.core.watch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.connection.EndpointSelection;
import org.breakwater.core.follow.FollowProtocol;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.stress.Assumptions;
import org.breakwater.core.watch.rule.RuleBook;

/// Port: opens monitors.
public interface Monitors {

    /// What is watched, and how.
    ///
    /// @param rpc the nodes' addresses, in order of preference; at least one
    /// @param deployment path of the deployment file
    /// @param index path of the file that holds the index
    /// @param alerts path of the file that holds the alerts
    /// @param rules path of the file of rules; empty for those that come with the program
    /// @param assumptions path of the file of what figures assume; empty for what the console begins with
    record Wanted(
            List<String> rpc,
            String deployment,
            String index,
            String alerts,
            Optional<String> rules,
            Optional<String> assumptions) {

        public Wanted {
            rpc = List.copyOf(rpc);
        }
    }

    /// Insists that one of the nodes can be used, and that the rules and the assumptions can be read. Blocking.
    OpenMonitor open(Wanted wanted) throws ProblemException, IndexException;

    /// A monitor that watches when it is told to.
    interface OpenMonitor extends AutoCloseable {

        WatchProtocol watch();

        FollowProtocol follow();

        EndpointSelection endpoints();

        AlertStore alerts();

        RuleBook rules();

        /// What figures assume of what no chain tells.
        Assumptions assumptions();

        /// Sizes in bytes of what it keeps, by what that holds.
        Map<String, Long> stores();

        /// Catches up with the chain and judges its newest block, once.
        void once();

        /// Follows the chain until the thread is interrupted.
        void run();

        /// Stops, and waits until nothing is written any more.
        @Override
        void close();
    }
}
