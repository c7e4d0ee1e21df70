package org.breakwater.core.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;

/// When a simulated figure agrees with the exact one: a chance to within four standard
/// errors; a value at risk where the exact one lies inside the 99.99 % range of order statistics, and on a lattice
/// is equal unless the level is within four standard errors of a step.
record Acceptance(LossDistribution seen, BigInteger unit) {

    private static final double STANDARD_ERRORS = 4;
    private static final double TWO_SIDED_95 = 1.959963984540054;

    static void chance(Proportion seen, double exact) {
        assertThat(seen.value())
                .as("a chance of %s", exact)
                .isBetween(exact - allowed(exact, seen.of()), exact + allowed(exact, seen.of()));
    }

    private static double allowed(double chance, long years) {
        return STANDARD_ERRORS * Math.sqrt(chance * (1 - chance) / years) + 1e-12;
    }

    Acceptance atLeast(int number, double exact) {
        chance(seen.atLeast(unit.multiply(BigInteger.valueOf(number))), exact);
        return this;
    }

    Acceptance quantiles(Lattice exact, Confidence... levels) {
        for (var level : levels) {
            var quantile = exact.quantile(level.level());
            var allowed = allowed(level.level(), seen.years());
            var isNearStep = Math.abs(exact.upTo(quantile) - level.level()) <= allowed
                    || (quantile > 0 && Math.abs(exact.upTo(quantile - 1) - level.level()) <= allowed);
            if (!isNearStep) {
                assertThat(seen.valueAtRisk(level).value())
                        .as("value at risk, %s", level)
                        .isEqualTo(unit.multiply(BigInteger.valueOf(quantile)));
            }
            inside(level, quantile);
        }
        return this;
    }

    /// The exact value at risk inside the 99.99 % range.
    void inside(Confidence level, double exact) {
        var range = BinomialRange.of(seen.years(), level.level(), 0.9999);
        assertThat(exact * unit.doubleValue())
                .as("value at risk, %s", level)
                .isBetween(
                        seen.at(range.from()).doubleValue(), seen.at(range.to()).doubleValue());
    }

    Acceptance tail(Confidence level, double exact) {
        var estimate = seen.tailValueAtRisk(level);
        var allowed = STANDARD_ERRORS
                / TWO_SIDED_95
                * estimate.high().subtract(estimate.value()).doubleValue();
        assertThat(estimate.value().doubleValue() - exact * unit.doubleValue())
                .as("tail value at risk, %s", level)
                .isBetween(-allowed, allowed);
        return this;
    }

    Acceptance mean(double exact, double variance) {
        var allowed = STANDARD_ERRORS * Math.sqrt(variance / seen.years()) * unit.doubleValue() + 1;
        assertThat(seen.mean().doubleValue() - exact * unit.doubleValue()).isBetween(-allowed, allowed);
        return this;
    }
}
