package org.breakwater.core.offer;

import org.breakwater.core.shape.Meaning;
import org.breakwater.core.value.Hash32;

@Meaning("The block that an answer is true of.")
public record AsOf(
        long chainId,
        @Meaning("Height.") long block,
        Hash32 hash,

        @Meaning("Of the block, seconds since 1970. Every deadline counts by it.")
        long time,

        @Meaning("Whether price feeds and venues were asked as of the block. If not, what their events said last is"
                + " taken.")
        boolean pricesAsked) {}
