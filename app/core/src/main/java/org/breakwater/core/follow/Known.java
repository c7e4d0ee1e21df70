package org.breakwater.core.follow;

import org.breakwater.core.projection.ProtocolState;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.value.BlockRef;

/// The protocol as it is known after one block. It does not change, and may be shared between threads.
///
/// @param block the chain's newest when it was read
/// @param state everything that events told up to it
/// @param view what that comes to at the block's time, with what other contracts say as of the block
/// @param history how the pools stood before
public record Known(BlockRef block, ProtocolState state, ProtocolView view, PoolHistory history) {

    /// Seconds since 1970, by which every deadline counts.
    public long time() {
        return block.time().getEpochSecond();
    }
}
