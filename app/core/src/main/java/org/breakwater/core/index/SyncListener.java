package org.breakwater.core.index;

/// Told how a sync gets on, on the thread that stores.
@FunctionalInterface
public interface SyncListener {

    /// A segment is stored.
    ///
    /// @param target how far the chain is
    void stored(Segment segment, ChainHeights target);
}
