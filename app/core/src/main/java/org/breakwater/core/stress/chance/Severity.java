package org.breakwater.core.stress.chance;

import java.util.Arrays;
import java.util.SortedMap;

/// The share that is lost when there is a loss, in whole basis points, as the contracts count it.
public final class Severity {

    public static final int WHOLE = 10_000;

    private final double[] weights;
    private final WeightedChoice choice;
    private final double mean;

    private Severity(double[] weights) {
        this.weights = weights;
        this.choice = new WeightedChoice(weights);
        var sum = 0.0;
        var weighted = 0.0;
        for (int bps = 0; bps < weights.length; bps++) {
            sum += weights[bps];
            weighted += weights[bps] * bps;
        }
        this.mean = weighted / sum;
    }

    /// Always the same.
    ///
    /// @param bps from 1 to 10,000
    public static Severity always(int bps) {
        var weights = new double[WHOLE + 1];
        weights[checked(bps)] = 1;
        return new Severity(weights);
    }

    /// As observed.
    ///
    /// @param weights by basis points from 1 to 10,000; at least one above 0
    public static Severity observed(SortedMap<Integer, Double> weights) {
        var all = new double[WHOLE + 1];
        weights.forEach((bps, weight) -> {
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("a weight is not below zero, not " + weight);
            }
            all[checked(bps)] = weight;
        });
        if (Arrays.stream(all).sum() <= 0) {
            throw new IllegalArgumentException("a severity has a weight above zero");
        }
        return new Severity(all);
    }

    /// Beta distributed, rounded up to the next basis point.
    ///
    /// @param mean above 0, below 1
    /// @param spread sum of the two parameters: the higher, the closer to the mean; above 0
    public static Severity beta(double mean, double spread) {
        if (!(mean > 0 && mean < 1 && spread > 0) || Double.isInfinite(spread)) {
            throw new IllegalArgumentException("no beta distribution has mean " + mean + " and spread " + spread);
        }
        var weights = new double[WHOLE + 1];
        var before = 0.0;
        for (int bps = 1; bps <= WHOLE; bps++) {
            var upTo = IncompleteBeta.of((double) bps / WHOLE, mean * spread, (1 - mean) * spread);
            weights[bps] = Math.max(0, upTo - before);
            before = upTo;
        }
        return new Severity(weights);
    }

    private static int checked(int bps) {
        if (bps < 1 || bps > WHOLE) {
            throw new IllegalArgumentException("a severity is from 1 to 10,000 basis points, not " + bps);
        }
        return bps;
    }

    /// Basis points, from 1.
    public int next(RandomStream stream) {
        return choice.next(stream);
    }

    /// Expected basis points.
    public double mean() {
        return mean;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Severity severity && Arrays.equals(weights, severity.weights);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(weights);
    }
}
