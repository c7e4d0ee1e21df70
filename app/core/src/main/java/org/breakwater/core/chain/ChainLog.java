package org.breakwater.core.chain;

import java.util.List;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// One log as the chain has it, before anyone knows what it says.
///
/// @param transaction hash of the transaction that wrote it
/// @param index place among all logs of its block, from 0
/// @param address the contract that wrote it
/// @param topics at most 4; the first one usually names the event
/// @param data at most {@link #MOST_DATA} bytes
public record ChainLog(
        BlockRef block, Hash32 transaction, int index, Address address, List<Hash32> topics, Bytes data) {

    public static final int MOST_TOPICS = 4;

    /// Bytes. A log costs 8 gas a byte and a transaction has at most 2^24 gas (EIP-7825), so no log is longer.
    public static final int MOST_DATA = 1 << 21;

    public ChainLog {
        if (index < 0) {
            throw new IllegalArgumentException("a log's place in its block is not below zero: " + index);
        }
        if (topics.size() > MOST_TOPICS) {
            throw new IllegalArgumentException("a log has at most 4 topics, not " + topics.size());
        }
        if (data.length() > MOST_DATA) {
            throw new IllegalArgumentException("a log has at most 2 MiB of data, not " + data.length() + " bytes");
        }
        topics = List.copyOf(topics);
    }
}
