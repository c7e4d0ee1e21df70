package org.breakwater.core.index;

import java.util.Optional;
import org.breakwater.core.value.BlockRef;

/// Tells one state of an index from another: where two marks are equal, so is everything that the index holds. Above
/// finality every block is kept with its hash, and at or below it nothing changes, so the newest one stands for all.
///
/// @param through height up to which everything is known
/// @param finality height up to which nothing stored may be changed any more
/// @param newest the newest stored block; it may lie below `through` where nothing above it is kept
public record IndexMark(long through, long finality, Optional<BlockRef> newest) {}
