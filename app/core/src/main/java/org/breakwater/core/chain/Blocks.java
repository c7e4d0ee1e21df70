package org.breakwater.core.chain;

import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.BlockRef;

/// Port: the blocks of one network, by their heights.
public interface Blocks extends Chain {

    /// @throws ProblemException also where the node does not have the block yet
    BlockRef block(long number) throws ProblemException;
}
