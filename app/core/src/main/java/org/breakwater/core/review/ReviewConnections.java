package org.breakwater.core.review;

import java.util.Optional;
import org.breakwater.core.problem.ProblemException;

/// Port: chains on which transactions can be reviewed.
public interface ReviewConnections {

    ReviewConnection open(Sources sources) throws ProblemException;

    /// Where a review reads from.
    ///
    /// @param rpc the node's address
    /// @param deployment path of the protocol's deployment file, where it is on this chain
    /// @param service address of a transaction service that is asked what else waits for the Safe
    /// @param second address of a node that is asked whether it says the same
    record Sources(String rpc, Optional<String> deployment, Optional<String> service, Optional<String> second) {}
}
