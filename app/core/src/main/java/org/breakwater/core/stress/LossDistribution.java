package org.breakwater.core.stress;

import java.math.BigInteger;
import java.util.Arrays;

/// What was lost in each of many simulated years, in units: the sample itself, so that what is read from it is
/// exact.
public final class LossDistribution {

    private static final double CERTAINTY = 0.95;
    private static final double TWO_SIDED_95 = 1.959963984540054;
    private static final long ROOM = 1L << 61;

    private final long[] sorted;
    private final long none;

    private LossDistribution(long[] sorted, long none) {
        this.sorted = sorted;
        this.none = none;
    }

    /// @param losses of all years, none below 0
    static LossDistribution of(long[] losses) {
        var positive = Arrays.stream(losses).filter(loss -> loss > 0).toArray();
        Arrays.parallelSort(positive);
        return new LossDistribution(positive, losses.length - positive.length);
    }

    /// @param positive losses of the years that had any, in any order
    /// @param years all of them
    static LossDistribution of(long[] positive, long years) {
        var sorted = positive.clone();
        Arrays.parallelSort(sorted);
        return new LossDistribution(sorted, years - sorted.length);
    }

    /// How many years there are.
    public long years() {
        return none + sorted.length;
    }

    /// A figure with the range that holds the true one with 95 % certainty, as far as chance goes.
    public record Estimate(BigInteger value, BigInteger low, BigInteger high) {}

    /// The loss of the year at a place in ascending order, from 1.
    public BigInteger at(long rank) {
        return BigInteger.valueOf(unitsAt(Math.clamp(rank, 1, years())));
    }

    private long unitsAt(long rank) {
        return rank <= none ? 0 : sorted[(int) (rank - none - 1)];
    }

    /// Value at risk: the least that is not exceeded with this confidence.
    public Estimate valueAtRisk(Confidence confidence) {
        var range = BinomialRange.of(years(), confidence.level(), CERTAINTY);
        return new Estimate(at(confidence.rank(years())), at(range.from()), at(range.to()));
    }

    /// Mean of what lies beyond the value at risk, rounded down to a unit; with its standard error by the spread
    /// of the tail.
    public Estimate tailValueAtRisk(Confidence confidence) {
        var rank = confidence.rank(years());
        var value = at(rank);
        var whole = BigInteger.valueOf(Confidence.whole());
        var beyond = BigInteger.valueOf(confidence.beyond(years()));
        var part = beyond.subtract(whole.multiply(BigInteger.valueOf(years() - rank)));
        var mean = sumFrom(rank + 1).multiply(whole).add(value.multiply(part)).divide(beyond);
        var give = BigInteger.valueOf((long) Math.ceil(TWO_SIDED_95 * error(rank, mean, value, confidence)));
        return new Estimate(mean, mean.subtract(give).max(BigInteger.ZERO), mean.add(give));
    }

    /// @param mean of the tail
    /// @param value at which it begins
    private double error(long rank, BigInteger mean, BigInteger value, Confidence confidence) {
        var centre = mean.doubleValue();
        var squares = 0.0;
        for (var place = rank + 1; place <= years(); place++) {
            var distance = unitsAt(place) - centre;
            squares += distance * distance;
        }
        var tail = Math.max(1, years() - rank);
        var over = centre - value.doubleValue();
        return Math.sqrt((squares / tail + confidence.level() * over * over) / tail);
    }

    /// Mean of all years, rounded down to a unit.
    public BigInteger mean() {
        return sumFrom(1).divide(BigInteger.valueOf(years()));
    }

    private BigInteger sumFrom(long rank) {
        var sum = BigInteger.ZERO;
        var part = 0L;
        for (var place = (int) Math.max(0, rank - none - 1); place < sorted.length; place++) {
            part += sorted[place];
            if (part >= ROOM) {
                sum = sum.add(BigInteger.valueOf(part));
                part = 0;
            }
        }
        return sum.add(BigInteger.valueOf(part));
    }

    /// Spread around the mean, in units.
    public double standardDeviation() {
        var centre = sumFrom(1).doubleValue() / years();
        var squares = none * centre * centre;
        for (var loss : sorted) {
            squares += (loss - centre) * (loss - centre);
        }
        return Math.sqrt(squares / years());
    }

    /// Years in which at least so much was lost.
    public Proportion atLeast(BigInteger amount) {
        return new Proportion(amount.signum() <= 0 ? years() : sorted.length - place(amount), years());
    }

    /// Years in which more was lost.
    public Proportion above(BigInteger amount) {
        return atLeast(amount.add(BigInteger.ONE));
    }

    /// The first place with at least so much.
    private int place(BigInteger amount) {
        if (amount.bitLength() >= Long.SIZE) {
            return sorted.length;
        }
        var wanted = amount.longValueExact();
        var low = 0;
        var high = sorted.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (sorted[middle] < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Years by how much was lost, in bars of equal width from 0 on; the last also holds all beyond.
    ///
    /// @param width of a bar, above 0
    public long[] bars(BigInteger width, int count) {
        var bars = new long[count];
        var before = years();
        for (int bar = 0; bar < count; bar++) {
            var beyond = bar == count - 1
                    ? 0
                    : atLeast(width.multiply(BigInteger.valueOf(bar + 1L))).years();
            bars[bar] = before - beyond;
            before = beyond;
        }
        return bars;
    }

    /// The largest loss of all years.
    public BigInteger largest() {
        return at(years());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LossDistribution distribution
                && none == distribution.none
                && Arrays.equals(sorted, distribution.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted) * 31 + Long.hashCode(none);
    }
}
