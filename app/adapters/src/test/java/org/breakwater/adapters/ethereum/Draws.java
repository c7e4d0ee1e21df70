package org.breakwater.adapters.ethereum;

import java.math.BigInteger;
import java.util.SplittableRandom;

/// Seeded states. Amounts are as often at the edges as in the middle.
record Draws(SplittableRandom random) {

    static Draws of(String rule) {
        return new Draws(new SplittableRandom(rule.hashCode()));
    }

    /// From nothing to more than there is of anything.
    BigInteger amount() {
        return switch (random.nextInt(8)) {
            case 0 -> BigInteger.valueOf(random.nextInt(3));
            case 1 -> BigInteger.valueOf(random.nextInt(20_000));
            case 2 -> new BigInteger(1, bytes(14));
            default -> BigInteger.valueOf(random.nextLong(40_000_000_000_000L));
        };
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /// Near another amount, or anywhere.
    BigInteger near(BigInteger amount) {
        return switch (random.nextInt(5)) {
            case 0 -> amount;
            case 1 -> amount.add(BigInteger.ONE);
            case 2 -> amount.subtract(BigInteger.ONE).max(BigInteger.ZERO);
            case 3 ->
                amount.multiply(BigInteger.valueOf(random.nextInt(1, 20_000))).divide(BigInteger.valueOf(10_000));
            default -> amount();
        };
    }

    /// A part of one, with both ends.
    int bps() {
        return bps(10_000);
    }

    int bps(int most) {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> most;
            default -> random.nextInt(most + 1);
        };
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    long between(long from, long to) {
        return random.nextLong(from, to);
    }
}
