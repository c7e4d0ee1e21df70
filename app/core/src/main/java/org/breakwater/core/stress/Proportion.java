package org.breakwater.core.stress;

/// How many years of all simulated ones had something in them.
///
/// @param years with it
/// @param of all
public record Proportion(long years, long of) {

    private static final double TWO_SIDED_95 = 1.959963984540054;

    public double value() {
        return (double) years / of;
    }

    /// Lower end of the 95 % interval (Wilson), which says something even where no year had it.
    public double low() {
        return Math.max(0, centre() - reach());
    }

    public double high() {
        return Math.min(1, centre() + reach());
    }

    private double centre() {
        return (years + TWO_SIDED_95 * TWO_SIDED_95 / 2) / (of + TWO_SIDED_95 * TWO_SIDED_95);
    }

    private double reach() {
        var z = TWO_SIDED_95;
        return z / (of + z * z) * Math.sqrt(years * ((double) of - years) / of + z * z / 4);
    }
}
