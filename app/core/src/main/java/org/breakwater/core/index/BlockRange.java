package org.breakwater.core.index;

/// Heights from `first` to `last`, both included.
public record BlockRange(long first, long last) {

    public BlockRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("no range of blocks: " + first + " to " + last);
        }
    }

    public static BlockRange of(long height) {
        return new BlockRange(height, height);
    }

    /// How many blocks it has.
    public long size() {
        return last - first + 1;
    }

    public boolean contains(long height) {
        return first <= height && height <= last;
    }

    /// The first `count` of its blocks, or all where it has no more.
    public BlockRange start(long count) {
        return new BlockRange(first, count < size() ? first + count - 1 : last);
    }

    @Override
    public String toString() {
        return first == last ? "block " + first : "blocks " + first + " to " + last;
    }
}
