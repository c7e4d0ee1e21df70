package org.breakwater.core.rule;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// What left within the last while (OpenZeppelin's `RateLimiter.SlidingWindow`).
///
/// @param span seconds
/// @param outflows in order of time
public record SlidingWindow(long span, List<Outflow> outflows) {

    /// @param at seconds since 1970
    public record Outflow(long at, BigInteger amount) {}

    public SlidingWindow {
        outflows = List.copyOf(outflows);
    }

    public static SlidingWindow of(long span) {
        return new SlidingWindow(span, List.of());
    }

    /// Sum of what left after `at − span`.
    public BigInteger used(long at) {
        var used = BigInteger.ZERO;
        for (var outflow : outflows.reversed()) {
            if (outflow.at() <= at - span) {
                return used;
            }
            used = used.add(outflow.amount());
        }
        return used;
    }

    /// With an outflow that is not before any other. What is out of the window by then is forgotten.
    public SlidingWindow plus(long at, BigInteger amount) {
        var kept = new ArrayList<Outflow>(outflows.size() + 1);
        for (var outflow : outflows) {
            if (outflow.at() > at - span) {
                kept.add(outflow);
            }
        }
        kept.add(new Outflow(at, amount));
        return new SlidingWindow(span, kept);
    }
}
