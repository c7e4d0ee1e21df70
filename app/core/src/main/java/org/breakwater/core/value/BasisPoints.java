package org.breakwater.core.value;

import java.math.BigDecimal;
import java.math.BigInteger;

/// A ratio or rate in hundredths of a percent; 10,000 is the whole. Ratios such as solvency may exceed the whole.
public record BasisPoints(BigInteger value) {

    public BasisPoints {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("basis points are not below zero: " + value);
        }
    }

    public static BasisPoints of(long value) {
        return new BasisPoints(BigInteger.valueOf(value));
    }

    /// As a percentage without trailing zeros: `35 %`, `0.25 %`.
    @Override
    public String toString() {
        var percent = new BigDecimal(value, 2).stripTrailingZeros();
        return percent.toPlainString() + " %";
    }
}
