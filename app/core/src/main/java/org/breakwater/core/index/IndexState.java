package org.breakwater.core.index;

import java.util.List;
import org.breakwater.core.value.BlockRef;

/// How far the store is.
///
/// @param through height up to which everything is known; one less than the deployment's first block where nothing is
/// @param finality height up to which nothing stored may be changed any more, at most `through`
/// @param kept ascending: every block above finality, and the newest one with a known hash at or below it
/// @param reveals in the order in which they became known
/// @param logs how many there are
public record IndexState(long through, long finality, List<BlockRef> kept, List<Reveal> reveals, long logs) {

    public IndexState {
        if (finality > through) {
            throw new IllegalArgumentException("finality at " + finality + " above what is known, " + through);
        }
        kept = List.copyOf(kept);
        reveals = List.copyOf(reveals);
    }
}
