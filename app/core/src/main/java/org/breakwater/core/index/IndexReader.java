package org.breakwater.core.index;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.value.BlockRef;

/// Port: reads the logs of one deployment that are kept somewhere. Each answer is true of one moment, the state after
/// some segment.
public interface IndexReader {

    IndexState state() throws IndexException;

    /// Which state it is in, at the price of two rows.
    IndexMark mark() throws IndexException;

    /// The newest stored block that is not above a height.
    Optional<BlockRef> newestUpTo(long height) throws IndexException;

    /// Hands over the logs of a range as of one moment, ascending by block and index; logs of one block share it.
    void read(BlockRange range, Consumer<ChainLog> reader) throws IndexException;

    /// How many stored logs a query finds.
    int count(LogQuery query) throws IndexException;

    /// A part of the logs that a query finds, newest first.
    ///
    /// @param offset how many newer ones to pass over
    /// @param limit at most so many
    List<ChainLog> newest(LogQuery query, int offset, int limit) throws IndexException;
}
