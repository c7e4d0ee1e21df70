package org.breakwater.core.rule;

import java.math.BigInteger;

/// Whole-number arithmetic as the contracts have it: divisions name their rounding, differences stop at zero. Numbers
/// are
/// not below zero; where a contract would overflow 256 bits and refuse, these go on.
public final class Unsigned {

    public static final BigInteger BPS = BigInteger.valueOf(10_000);

    private Unsigned() {}

    /// ⌊a × b / divisor⌋
    public static BigInteger mulDiv(BigInteger a, BigInteger b, BigInteger divisor) {
        return a.multiply(b).divide(divisor);
    }

    /// ⌈a × b / divisor⌉
    public static BigInteger mulDivUp(BigInteger a, BigInteger b, BigInteger divisor) {
        return ceilDiv(a.multiply(b), divisor);
    }

    /// ⌈a / divisor⌉
    public static BigInteger ceilDiv(BigInteger a, BigInteger divisor) {
        var parts = a.divideAndRemainder(divisor);
        return parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE);
    }

    /// a − b, or zero where b is larger.
    public static BigInteger saturatingSub(BigInteger a, BigInteger b) {
        return a.subtract(b).max(BigInteger.ZERO);
    }

    public static BigInteger of(long number) {
        return BigInteger.valueOf(number);
    }
}
