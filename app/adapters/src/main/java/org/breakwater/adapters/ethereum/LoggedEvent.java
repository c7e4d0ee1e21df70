package org.breakwater.adapters.ethereum;

import com.esaulpaugh.headlong.abi.Tuple;

/// One event of a contract.
///
/// @param block height
/// @param index of the log in its block
/// @param arguments in the order of the event's declaration
record LoggedEvent(long block, long index, Tuple arguments) implements Comparable<LoggedEvent> {

    @Override
    public int compareTo(LoggedEvent other) {
        return block != other.block ? Long.compare(block, other.block) : Long.compare(index, other.index);
    }
}
