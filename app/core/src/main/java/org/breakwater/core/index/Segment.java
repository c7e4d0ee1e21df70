package org.breakwater.core.index;

import java.util.List;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.value.BlockRef;

/// A stretch of the chain as it goes into the store: all of it or nothing.
///
/// @param after height it follows; whatever is stored above is of an abandoned branch and goes
/// @param through height up to which everything is known with it
/// @param finality height up to which the chain will not change any more
/// @param blocks those to be remembered by their hash, besides the blocks with logs
/// @param logs of the blocks above `after`, ascending by block and index
/// @param found logs that became wanted here and lie in earlier blocks
/// @param reveals those among all these logs that name contracts
/// @param facts what all these logs say, ascending by block and index
/// @param unknown how many of these logs say nothing that this version knows
public record Segment(
        long after,
        long through,
        long finality,
        List<BlockRef> blocks,
        List<ChainLog> logs,
        List<FoundLog> found,
        List<Reveal> reveals,
        List<LoggedFact> facts,
        int unknown) {

    public Segment {
        blocks = List.copyOf(blocks);
        logs = List.copyOf(logs);
        found = List.copyOf(found);
        reveals = List.copyOf(reveals);
        facts = List.copyOf(facts);
    }

    /// Whether it adds to what lies at or below `after`, so that whoever has folded that must start anew.
    public boolean addsToThePast() {
        return found.stream().anyMatch(log -> log.log().block().number() <= after);
    }
}
