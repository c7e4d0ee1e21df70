package org.breakwater.adapters.ethereum.download;

/// How much to ask for at once: half as much where it was too much, more where it went well. After a refusal it stays
/// at what goes well for a while and then tries a little more, so that an endpoint with a fixed limit is seldom asked
/// in
/// vain.
final class AdaptiveSpan {

    /// Answers at the ceiling after which more is tried again.
    private static final int PATIENCE = 16;

    private static final int SHARE_TO_TRY = 4;

    private final long most;
    private final int comfortable;
    private long size;
    private long ceiling;
    private long proven = 1;
    private int atCeiling;

    /// @param start first span
    /// @param most largest span
    /// @param comfortable items of an answer above which the span is shortened without a refusal
    AdaptiveSpan(long start, long most, int comfortable) {
        this.size = start;
        this.most = most;
        this.ceiling = most;
        this.comfortable = comfortable;
    }

    long size() {
        return size;
    }

    /// `tried` was too much.
    void refused(long tried) {
        var half = Math.max(1, tried / 2);
        size = proven < tried ? Math.max(proven, half) : half;
        proven = Math.min(proven, half);
        ceiling = size;
        atCeiling = 0;
    }

    /// `asked` went well and gave `items`.
    void served(long asked, int items) {
        proven = Math.max(proven, asked);
        if (items > comfortable) {
            size = Math.max(1, Math.min(size, asked * comfortable / items));
        } else if (asked >= size) { // Where less was left to ask for, that says nothing about more.
            grow(asked, items);
        }
    }

    private void grow(long asked, int items) {
        if (size < ceiling) {
            var roomy = items == 0 ? most : Math.max(size, asked * comfortable / items);
            size = Math.min(Math.min(2 * size, ceiling), roomy);
        } else if (++atCeiling == PATIENCE) {
            ceiling = Math.min(most, ceiling + Math.max(1, ceiling / SHARE_TO_TRY));
            atCeiling = 0;
        }
    }
}
