package org.breakwater.core.stress.chance;

/// Xoshiro256++ (Blackman and Vigna, 2019), written out so that a recorded seed gives the same numbers on every
/// Java. One stream belongs to one thread.
public final class RandomStream {

    private static final double STEP = 0x1.0p-52;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    RandomStream(long s0, long s1, long s2, long s3) {
        this.s0 = s0;
        this.s1 = s1;
        this.s2 = s2;
        this.s3 = s3;
    }

    /// The stream of one block of a run: its state is drawn by SplitMix64 from the seed and the block's number, so
    /// that blocks do not depend on who computes them, or in which order.
    public static RandomStream of(long seed, long block) {
        var mixed = mix(seed) ^ mix(block * GOLDEN + 1);
        return new RandomStream(
                mix(mixed + GOLDEN), mix(mixed + 2 * GOLDEN), mix(mixed + 3 * GOLDEN), mix(mixed + 4 * GOLDEN) | 1);
    }

    private static long mix(long word) {
        var mixed = (word ^ (word >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /// 64 random bits.
    public long bits() {
        var result = Long.rotateLeft(s0 + s3, 23) + s0;
        var shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /// Uniform between 0 and 1, never one of them.
    public double uniform() {
        return ((bits() >>> 12) + 0.5) * STEP;
    }

    /// Uniform whole number from 0 to one below a bound.
    public int below(int bound) {
        return (int) Math.multiplyHigh(bits() >>> 1, (long) bound << 1);
    }

    /// Standard normal, by inversion: one draw each, nothing kept between two.
    public double normal() {
        return Normal.quantile(uniform());
    }

    /// Exponential with mean 1.
    public double exponential() {
        return -Math.log(uniform());
    }

    /// Gamma with a shape and scale 1: a sum of exponentials where the shape is a small whole number, else by
    /// Marsaglia and Tsang (2000).
    public double gamma(double shape) {
        if (shape == 1 || shape == 2 || shape == 3) {
            var product = uniform();
            for (int factor = 1; factor < shape; factor++) {
                product *= uniform();
            }
            return -Math.log(product);
        }
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(uniform(), 1 / shape);
        }
        var d = shape - 1.0 / 3;
        var c = 1 / Math.sqrt(9 * d);
        while (true) {
            var x = normal();
            var root = 1 + c * x;
            if (root > 0) {
                var v = root * root * root;
                if (Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                    return d * v;
                }
            }
        }
    }
}
