package org.breakwater.core.index;

import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;

/// A block and the block it builds upon.
public record BlockHeader(BlockRef block, Hash32 parent) {

    public boolean follows(BlockRef other) {
        return block.number() == other.number() + 1 && parent.equals(other.hash());
    }
}
