package org.breakwater.core.rule;

import java.math.BigInteger;

/// Most that may leave a pool within any 24 hours, for payouts and for redemptions apart (`DrainWindow.sol`). The limit
/// is a
/// share of what the pool would hold had nothing left in the last 24 hours: an outflow does not lower its own limit.
public record DrainWindow(SlidingWindow payouts, SlidingWindow redemptions) {

    public static final long SPAN = 86_400;
    public static final DrainWindow UNUSED = new DrainWindow(SlidingWindow.of(SPAN), SlidingWindow.of(SPAN));

    /// @param gross assets of the pool at that time
    /// @param bps DRAIN_LIMIT_24H
    /// @param least a limit is never below this, so that the last provider can leave
    public BigInteger limit(long at, BigInteger gross, BigInteger bps, BigInteger least) {
        var before = gross.add(payouts.used(at)).add(redemptions.used(at));
        return Solvency.limit(before, bps).max(least);
    }

    public DrainWindow plusPayout(long at, BigInteger amount) {
        return new DrainWindow(payouts.plus(at, amount), redemptions);
    }

    public DrainWindow plusRedemption(long at, BigInteger amount) {
        return new DrainWindow(payouts, redemptions.plus(at, amount));
    }
}
