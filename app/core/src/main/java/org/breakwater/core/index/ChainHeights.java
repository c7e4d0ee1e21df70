package org.breakwater.core.index;

import org.breakwater.core.value.BlockRef;

/// How far a chain has come, as one endpoint sees it.
///
/// @param head the newest block
/// @param finality height up to which the chain will not change any more, at most the head's
public record ChainHeights(BlockRef head, long finality) {

    /// Blocks below the head at which a block counts as final where an endpoint does not say which ones are: more than
    /// any fork that Ethereum has seen.
    public static final long ASSUMED_DEPTH = 256;

    public ChainHeights {
        if (finality < 0 || finality > head.number()) {
            throw new IllegalArgumentException("finality at " + finality + " with the head at " + head.number());
        }
    }

    /// For an endpoint that does not know of finality.
    public static ChainHeights assumed(BlockRef head) {
        return new ChainHeights(head, Math.max(0, head.number() - ASSUMED_DEPTH));
    }
}
