package org.breakwater.adapters.localnet.world;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.breakwater.core.value.Keccak;

/// A strand's own random numbers: a function of the world's seed and the strand's name, so that what one strand draws
/// moves
/// no other.
final class Draw {

    private static final double NORMAL_95 = 1.6448536269514722;

    private final SplittableRandom random;

    Draw(long seed, String strand) {
        this(new SplittableRandom(
                ByteBuffer.wrap(Keccak.hash(seed + "/" + strand).bytes().toArray())
                        .getLong()));
    }

    private Draw(SplittableRandom random) {
        this.random = random;
    }

    /// Numbers of their own for a part of the strand.
    Draw split() {
        return new Draw(random.split());
    }

    /// From 0 up to but not including 1.
    double unit() {
        return random.nextDouble();
    }

    double between(double low, double high) {
        return low + (high - low) * unit();
    }

    /// A whole number, both ends included.
    long between(long low, long high) {
        return random.nextLong(low, high + 1);
    }

    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /// One by weight.
    ///
    /// @param weights as many as there are items, none below zero
    <T> T pick(List<T> from, List<Double> weights) {
        var left = unit() * weights.stream().mapToDouble(Double::doubleValue).sum();
        for (int i = 0; i < from.size(); i++) {
            left -= weights.get(i);
            if (left < 0) {
                return from.get(i);
            }
        }
        return from.getLast();
    }

    <T> List<T> shuffled(List<T> items) {
        var copy = new ArrayList<>(items);
        for (int i = copy.size() - 1; i > 0; i--) {
            Collections.swap(copy, i, random.nextInt(i + 1));
        }
        return copy;
    }

    Duration time(Duration low, Duration high) {
        return Duration.ofSeconds(between(low.toSeconds(), high.toSeconds()));
    }

    /// From a log-normal distribution with this median and this 95th percentile.
    double logNormal(double median, double percentile95) {
        return median * Math.exp(normal() * Math.log(percentile95 / median) / NORMAL_95);
    }

    /// From the standard normal distribution, by the polar method.
    double normal() {
        double x;
        double square;
        do {
            x = between(-1.0, 1.0);
            var y = between(-1.0, 1.0);
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        return x * Math.sqrt(-2 * Math.log(square) / square);
    }
}
