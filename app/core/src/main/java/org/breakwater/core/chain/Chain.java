package org.breakwater.core.chain;

import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.BlockRef;

/// Port: the blocks of one network.
public interface Chain {

    /// The newest block that the node knows.
    BlockRef head() throws ProblemException;
}
