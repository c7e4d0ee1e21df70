package org.breakwater.core.value;

import java.time.Instant;

/// One block: its height, its hash, and the time its producer gave it.
public record BlockRef(long number, Hash32 hash, Instant time) {

    public BlockRef {
        if (number < 0) {
            throw new IllegalArgumentException("a block number is not below zero: " + number);
        }
    }
}
