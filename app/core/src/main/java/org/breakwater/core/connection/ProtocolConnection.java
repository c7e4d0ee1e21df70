package org.breakwater.core.connection;

import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.snapshot.SnapshotReader;
import org.breakwater.core.verification.DeployedProtocol;

/// A deployed protocol, known to be on the chain of the node through which it is reached.
public interface ProtocolConnection extends AutoCloseable {

    Deployment deployment();

    SnapshotReader snapshots();

    /// The protocol as of the newest block.
    DeployedProtocol protocol() throws ProblemException;

    @Override
    void close();
}
