package org.breakwater.core.projection.view;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/// How a pool's providers would leave if its queue was processed now (`IRiskPool.processQueue`).
///
/// @param waiting in the order of the queue
/// @param closed why nothing is filled at all; empty while the queue is open
/// @param kept assets that redemptions leave in the pool: minimum capital at the levels of today, or the floor where
///     the reserve of a settled series stands out
/// @param free assets above that
/// @param windowLeft assets for which the 24-hour window of redemptions has room
/// @param payable assets that processing would set aside
public record Redemptions(
        List<QueuedRedemption> waiting,
        Set<Closed> closed,
        BigInteger kept,
        BigInteger free,
        BigInteger windowLeft,
        BigInteger payable) {

    /// What closes a queue.
    public enum Closed {
        INCIDENT_OPEN,
        PAUSED,
        DEPEGGED
    }

    public Redemptions {
        waiting = List.copyOf(waiting);
        closed = Set.copyOf(closed);
    }

    /// What all that waits is worth now.
    public BigInteger waitingAssets() {
        return waiting.stream().map(QueuedRedemption::assets).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
