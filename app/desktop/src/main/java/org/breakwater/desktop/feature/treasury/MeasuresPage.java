package org.breakwater.desktop.feature.treasury;

import java.util.List;
import org.breakwater.core.value.BlockRef;

/// The figures of one block.
///
/// @param protocol of everything together
/// @param falls how much less there is than there was, and what pegs would cost
/// @param pools of each pool
/// @param concentration how much lies in few hands
record MeasuresPage(
        BlockRef block, List<Measure> protocol, List<Measure> falls, List<Measure> pools, List<Measure> concentration) {

    MeasuresPage {
        protocol = List.copyOf(protocol);
        falls = List.copyOf(falls);
        pools = List.copyOf(pools);
        concentration = List.copyOf(concentration);
    }
}
