package org.breakwater.core.stress;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.breakwater.core.stress.chance.Normal;

/// A distribution over whole numbers from 0, known exactly: what a simulated one is held against.
///
/// @param mass of each number
@SuppressWarnings("ArrayRecordComponent") // never compared
record Lattice(double[] mass) {

    private static final int STEPS = 4_000;
    private static final double FAR = 9;

    /// Losses among equal risks with one normal factor, by quadrature over it.
    static Lattice oneFactor(int count, double chance, double correlation) {
        var mark = Normal.quantile(chance);
        var mass = new double[count + 1];
        for (int step = 0; step <= STEPS; step++) {
            var factor = -FAR + 2 * FAR * step / STEPS;
            var weight = Normal.density(factor) * 2 * FAR / STEPS * (step % STEPS == 0 ? 0.5 : 1);
            addBinomial(
                    mass, weight, Years.chance(mark, 1, Math.sqrt(correlation) * factor, Math.sqrt(1 - correlation)));
        }
        return new Lattice(mass);
    }

    /// Losses among equal, independent risks.
    static Lattice binomial(int count, double chance) {
        var mass = new double[count + 1];
        addBinomial(mass, 1, chance);
        return new Lattice(mass);
    }

    static void addBinomial(double[] mass, double weight, double chance) {
        var count = mass.length - 1;
        if (chance >= 1) {
            mass[count] += weight;
            return;
        }
        var logOdds = Math.log(chance / (1 - chance));
        var log = count * Math.log1p(-chance);
        for (int k = 0; k <= count; k++) {
            mass[k] += weight * Math.exp(log);
            log += Math.log((double) (count - k) / (k + 1)) + logOdds;
        }
    }

    /// Sums of a Poisson number of losses (Panjer's recursion).
    ///
    /// @param sizes chance of each size, from 0
    static Lattice poisson(double rate, double[] sizes, int length) {
        return panjer(length, Math.exp(-rate * (1 - sizes[0])), 0, rate, sizes);
    }

    /// Sums of a negative binomial number of losses.
    static Lattice negativeBinomial(double shape, double beta, double[] sizes, int length) {
        var a = beta / (1 + beta);
        return panjer(length, Math.pow(1 + beta * (1 - sizes[0]), -shape), a, (shape - 1) * a, sizes);
    }

    private static Lattice panjer(int length, double none, double a, double b, double[] sizes) {
        var mass = new double[length];
        mass[0] = none;
        for (int s = 1; s < length; s++) {
            var sum = 0.0;
            for (int j = 1; j <= Math.min(s, sizes.length - 1); j++) {
                sum += (a + b * j / s) * sizes[j] * mass[s - j];
            }
            mass[s] = sum / (1 - a * sizes[0]);
        }
        return new Lattice(mass);
    }

    private double sum(IntToDoubleFunction term) {
        return IntStream.range(0, mass.length).mapToDouble(term).sum();
    }

    double mean() {
        return sum(k -> k * mass[k]);
    }

    double variance() {
        var mean = mean();
        return sum(k -> (k - mean) * (k - mean) * mass[k]);
    }

    double upTo(int number) {
        return IntStream.rangeClosed(0, number).mapToDouble(k -> mass[k]).sum();
    }

    double atLeast(int number) {
        return IntStream.range(number, mass.length).mapToDouble(k -> mass[k]).sum();
    }

    int quantile(double level) {
        var number = 0;
        for (var sum = mass[0]; sum < level - 1e-12; sum += mass[number]) {
            number++;
        }
        return number;
    }

    double tail(double level) {
        var quantile = quantile(level);
        var above = IntStream.range(quantile + 1, mass.length)
                .mapToDouble(k -> k * mass[k])
                .sum();
        return (above + quantile * (upTo(quantile) - level)) / (1 - level);
    }

    double stopLoss(int retained) {
        return sum(k -> Math.max(0, k - retained) * mass[k]);
    }
}
