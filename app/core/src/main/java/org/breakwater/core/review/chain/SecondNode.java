package org.breakwater.core.review.chain;

import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.BlockRef;

/// Port: another node of the same chain, asked whether it says the same as the first.
public interface SecondNode {

    /// How a sentence calls it.
    String name();

    /// The block that it has at a height.
    BlockRef block(long number) throws ProblemException;

    /// The chain as it tells it, as of a block.
    ReviewChain at(BlockRef block);
}
