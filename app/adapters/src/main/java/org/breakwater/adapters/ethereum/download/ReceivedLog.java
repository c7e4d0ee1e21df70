package org.breakwater.adapters.ethereum.download;

import java.util.List;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// A log as an endpoint sent it, each field well formed.
///
/// @param time seconds since 1970, or {@link #NO_TIME} where the endpoint does not tell
record ReceivedLog(
        long height,
        Hash32 blockHash,
        long time,
        Hash32 transaction,
        int index,
        Address address,
        List<Hash32> topics,
        Bytes data) {

    static final long NO_TIME = -1;

    ChainLog in(BlockRef block) {
        return new ChainLog(block, transaction, index, address, topics, data);
    }
}
