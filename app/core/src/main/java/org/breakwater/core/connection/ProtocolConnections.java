package org.breakwater.core.connection;

import org.breakwater.core.problem.ProblemException;

/// Port: opens connections.
public interface ProtocolConnections {

    /// Reads the deployment file and insists that the node is on its chain and has its contracts.
    ///
    /// @param rpc the node's address
    /// @param deployment path of the deployment file
    ProtocolConnection open(String rpc, String deployment) throws ProblemException;
}
