package org.breakwater.core.fact;

import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;

/// A fact with its place in the chain. Facts of one block are ordered by `index`.
///
/// @param transaction hash of the transaction that made it happen
/// @param index place among all logs of its block, from 0; facts that are followed leave gaps
/// @param contract who says so
public record LoggedFact(BlockRef block, Hash32 transaction, int index, Address contract, ProtocolFact fact) {

    /// Seconds since 1970, as the contracts see it.
    public long time() {
        return block.time().getEpochSecond();
    }
}
