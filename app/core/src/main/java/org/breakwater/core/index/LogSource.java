package org.breakwater.core.index;

import java.util.Collection;
import java.util.List;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.fact.FollowedContract;
import org.breakwater.core.value.BlockRef;

/// Port: one chain's blocks and logs, as one endpoint gives them. What it hands over is complete and well formed, of
/// the
/// blocks and contracts that were asked for; whether blocks follow each other is for the caller to see.
public interface LogSource extends AutoCloseable {

    /// The endpoint's name for sentences; no secret that its address may hold.
    String endpoint();

    ChainHeights heights() throws IndexException;

    /// One header for each height of the range, ascending.
    List<BlockHeader> headers(BlockRange range) throws IndexException;

    /// Logs of final blocks. The endpoint decides how much it gives at once: the page begins where the range does and
    /// may end before it.
    LogPage finalLogs(BlockRange wanted, Collection<FollowedContract> contracts) throws IndexException;

    /// Logs of exactly these blocks, by their hashes; ascending by block and index.
    List<ChainLog> logs(List<BlockRef> blocks, Collection<FollowedContract> contracts) throws IndexException;

    /// Ends what is under way.
    @Override
    void close();
}
