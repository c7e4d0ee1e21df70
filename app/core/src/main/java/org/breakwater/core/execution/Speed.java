package org.breakwater.core.execution;

/// How soon somebody wants a transaction in a block.
public enum Speed {
    /// When it is cheap.
    SLOW(10, 3),
    /// In one of the next blocks.
    NORMAL(50, 6),
    /// In the next block, also if many want that.
    FAST(90, 10);

    private final int percentile;
    private final int blocks;

    Speed(int percentile, int blocks) {
        this.percentile = percentile;
        this.blocks = blocks;
    }

    /// The part of recent transactions whose tip was lower, in percent.
    public int percentile() {
        return percentile;
    }

    /// For how many full blocks in a row the fee still suffices.
    int blocks() {
        return blocks;
    }
}
