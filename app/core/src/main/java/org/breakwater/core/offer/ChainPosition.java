package org.breakwater.core.offer;

import org.breakwater.core.shape.Meaning;
import org.breakwater.core.value.Hash32;

@Meaning("A block.")
public record ChainPosition(
        @Meaning("Height.") long block,
        Hash32 hash,
        @Meaning("Seconds since 1970.") long time) {}
