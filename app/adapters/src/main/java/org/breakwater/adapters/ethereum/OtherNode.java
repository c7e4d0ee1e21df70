package org.breakwater.adapters.ethereum;

import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.chain.ReviewChain;
import org.breakwater.core.review.chain.SecondNode;
import org.breakwater.core.value.BlockRef;

/// A second node over HTTP.
public record OtherNode(EthereumNode node) implements SecondNode {

    /// @throws ProblemException where it is of another chain than the first
    public static OtherNode beside(EthereumNode first, EthereumNode second) throws ProblemException {
        if (!second.chain().equals(first.chain())) {
            throw new ProblemException(Problem.of(
                    "The second node, at " + second.name() + ", is of chain " + second.chain() + ", the first of chain "
                            + first.chain() + ".",
                    "Name two nodes of one chain."));
        }
        return new OtherNode(second);
    }

    @Override
    public String name() {
        return "the node at " + node.name();
    }

    @Override
    public BlockRef block(long number) throws ProblemException {
        return node.block(number);
    }

    @Override
    public ReviewChain at(BlockRef block) {
        return NodeReviewChain.at(node, block);
    }
}
