package org.breakwater.core.snapshot;

import java.util.OptionalLong;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.problem.ProblemException;

/// Port: reads a snapshot, whole or not at all.
public interface SnapshotReader {

    /// @param block height; the newest where empty
    Snapshot read(Deployment deployment, OptionalLong block) throws ProblemException;
}
