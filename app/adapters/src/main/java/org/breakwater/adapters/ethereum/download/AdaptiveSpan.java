package org.breakwater.adapters.ethereum.download;

/// How much to ask for at once: half as much where it was too much, more where it went well. After a refusal it comes
/// back to what was refused in small steps only, so that an endpoint with a fixed limit is not asked in vain again and
/// again.
final class AdaptiveSpan {

    /// Answers at the ceiling after which a larger span is tried again.
    private static final int PATIENCE = 16;

    private final long most;
    private final int comfortable;
    private long size;
    private long ceiling;
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
        size = Math.max(1, tried / 2);
        ceiling = Math.max(1, tried - 1);
        atCeiling = 0;
    }

    /// `asked` went well and gave `items`.
    void served(long asked, int items) {
        if (items > comfortable) {
            size = Math.max(1, Math.min(size, asked * comfortable / items));
            return;
        }
        if (asked < size) {
            return; // Less was left to ask for; that says nothing about more.
        }
        if (size < ceiling) {
            var roomy = items == 0 ? most : Math.max(size, asked * comfortable / items);
            size = Math.min(Math.min(2 * size, ceiling), roomy);
        } else if (++atCeiling == PATIENCE) {
            ceiling = Math.min(most, ceiling + Math.max(1, ceiling / 4));
            atCeiling = 0;
        }
    }
}
