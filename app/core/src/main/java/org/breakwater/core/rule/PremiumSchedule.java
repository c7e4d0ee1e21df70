package org.breakwater.core.rule;

import java.math.BigInteger;
import java.util.function.LongFunction;

/// Premiums that are earned evenly over time, any number of streams at once (`PremiumStream.sol`).
///
/// A stream ends for the schedule at the midnight (UTC) that follows its own end, so that all ends of one day share one
/// {@link DayEnd}. Hence earned + unearned = received to the unit at any time, and everything is earned in the end.
///
/// @param rate assets × 1e18 per second, of all streams that run
/// @param unearned assets × 1e18 received and not earned by `settledAt`
/// @param settledAt earned up to here, seconds since 1970
public record PremiumSchedule(BigInteger rate, BigInteger unearned, long settledAt) {

    public static final BigInteger SCALE = BigInteger.TEN.pow(18);
    public static final PremiumSchedule EMPTY = new PremiumSchedule(BigInteger.ZERO, BigInteger.ZERO, 0);

    private static final long DAY = 86_400;

    /// What ends at one midnight.
    ///
    /// @param rate assets × 1e18 per second
    /// @param remainder assets × 1e18 that the flooring of those rates left over
    public record DayEnd(BigInteger rate, BigInteger remainder) {

        public static final DayEnd NONE = new DayEnd(BigInteger.ZERO, BigInteger.ZERO);

        public DayEnd plus(DayEnd other) {
            return new DayEnd(rate.add(other.rate), remainder.add(other.remainder));
        }

        public DayEnd minus(DayEnd other) {
            return new DayEnd(rate.subtract(other.rate), remainder.subtract(other.remainder));
        }
    }

    /// A later schedule and the whole assets that were earned on the way.
    public record Settled(PremiumSchedule schedule, BigInteger earned) {}

    /// Midnight at which the schedule ends a stream: `until` itself when it is one.
    public static long midnightOf(long until) {
        return Math.ceilDiv(until, DAY) * DAY;
    }

    /// What a stream adds to the midnight of its end.
    public static DayEnd endOf(BigInteger amount, long from, long until) {
        var parts = amount.multiply(SCALE).divideAndRemainder(BigInteger.valueOf(midnightOf(until) - from));
        return new DayEnd(parts[0], parts[1]);
    }

    /// What is not earned of one stream, to the second of its own end, whole assets rounded down.
    public static BigInteger refundable(BigInteger amount, long from, long until, long at) {
        return at >= until
                ? BigInteger.ZERO
                : Unsigned.mulDiv(amount, BigInteger.valueOf(until - at), BigInteger.valueOf(until - from));
    }

    /// Received and not earned at `settledAt`, whole assets.
    public BigInteger held() {
        return whole(unearned);
    }

    /// Settles up to `at`.
    ///
    /// @param ends what ends at a midnight
    public Settled settle(long at, LongFunction<DayEnd> ends) {
        var running = rate;
        var scaled = BigInteger.ZERO;
        var from = settledAt;
        while (running.signum() != 0 && from < at) {
            var midnight = (from / DAY + 1) * DAY;
            var to = Math.min(at, midnight);
            scaled = scaled.add(running.multiply(BigInteger.valueOf(to - from)));
            if (to == midnight) {
                var end = ends.apply(midnight);
                running = running.subtract(end.rate());
                scaled = scaled.add(end.remainder());
            }
            from = to;
        }
        var left = unearned.subtract(scaled);
        return new Settled(
                new PremiumSchedule(running, left, at), whole(unearned).subtract(whole(left)));
    }

    /// With a stream that starts at `settledAt`.
    public PremiumSchedule plus(BigInteger amount, DayEnd end) {
        return new PremiumSchedule(rate.add(end.rate()), unearned.add(amount.multiply(SCALE)), settledAt);
    }

    /// Without a stream, and what was held for it, whole assets.
    ///
    /// @param end as the stream was added
    /// @param midnight later than `settledAt`
    public Settled minus(DayEnd end, long midnight) {
        var seconds = BigInteger.valueOf(midnight - settledAt);
        var left = unearned.subtract(end.rate().multiply(seconds).add(end.remainder()));
        return new Settled(
                new PremiumSchedule(rate.subtract(end.rate()), left, settledAt),
                whole(unearned).subtract(whole(left)));
    }

    private static BigInteger whole(BigInteger scaled) {
        return Unsigned.ceilDiv(scaled, SCALE);
    }
}
