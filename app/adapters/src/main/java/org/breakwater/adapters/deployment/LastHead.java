package org.breakwater.adapters.deployment;

import java.util.Optional;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.ethereum.NodeReviewChain;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.chain.RememberedChain;
import org.breakwater.core.review.chain.ReviewChain;

/// The newest block as the reviews of everything that waits ask it: a node is not asked again for the next
/// review what it told the one before. Another block, or another node, is asked anew. Any thread may ask.
final class LastHead {

    private Optional<Head> last = Optional.empty();

    private record Head(EthereumNode node, ReviewChain chain) {}

    /// As of the block that is the node's newest now.
    ReviewChain of(EthereumNode node) throws ProblemException {
        return kept(new Head(node, NodeReviewChain.atHead(node)));
    }

    private synchronized ReviewChain kept(Head now) {
        var same = last.filter(head -> head.node() == now.node())
                .map(Head::chain)
                .filter(chain -> chain.block().equals(now.chain().block()));
        if (same.isPresent()) {
            return same.get();
        }
        var asked = RememberedChain.forReviews(now.chain());
        last = Optional.of(new Head(now.node(), asked));
        return asked;
    }
}
