package org.breakwater.core.index;

import java.util.List;
import org.breakwater.core.chain.ChainLog;

/// All wanted logs of a range of blocks, ascending by block and index.
public record LogPage(BlockRange range, List<ChainLog> logs) {

    public LogPage {
        logs = List.copyOf(logs);
    }
}
