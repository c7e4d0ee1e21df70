package org.breakwater.core.review;

import java.util.Optional;
import org.breakwater.core.problem.ProblemException;

/// Port: chains on which transactions can be reviewed.
public interface ReviewConnections {

    /// @param rpc the node's address
    /// @param deployment path of the protocol's deployment file, where it is on this chain
    /// @param service address of a transaction service that is asked what else waits for the Safe
    ReviewConnection open(String rpc, Optional<String> deployment, Optional<String> service) throws ProblemException;
}
