package org.breakwater.core.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LossDistributionTest {

    /// 0, 0, …, 0, 1, 2, …, 500.
    private static final LossDistribution HALF = LossDistribution.of(
            LongStream.rangeClosed(-499, 500).map(loss -> Math.max(0, loss)).toArray());

    private static BigInteger units(long number) {
        return BigInteger.valueOf(number);
    }

    @Test
    void valueAtRiskIsTheLossAtItsRank() {
        assertThat(HALF.years()).isEqualTo(1_000);
        assertThat(HALF.valueAtRisk(Confidence.P90).value()).isEqualTo(units(400));
        assertThat(HALF.valueAtRisk(Confidence.P995).value()).isEqualTo(units(495));
        var range = HALF.valueAtRisk(Confidence.P99);
        assertThat(range.low()).isLessThan(range.value());
        assertThat(range.high()).isGreaterThan(range.value());
    }

    @Test
    void theTailIsTheMeanBeyond() {
        // 491 … 500
        assertThat(HALF.tailValueAtRisk(Confidence.P99).value()).isEqualTo(units(495));
        // 401 … 500
        assertThat(HALF.tailValueAtRisk(Confidence.P90).value()).isEqualTo(units(450));
    }

    /// 995 ‰ of 1,001 years is the 996th and 0.995 of a place: what is beyond counts the part that is left of it.
    @Test
    void aTailThatEndsBetweenTwoYearsTakesThePartOfOne() {
        var losses = LossDistribution.of(
                LongStream.rangeClosed(1, 1_001).map(loss -> loss * 1_000_000).toArray());
        var exact = ((997 + 998 + 999 + 1_000 + 1_001) + 996 * (996 / 1_001.0 - 0.995) * 1_001) / (0.005 * 1_001);
        assertThat(losses.tailValueAtRisk(Confidence.P995).value().doubleValue() / 1e6)
                .isCloseTo(exact, within(1e-5));
    }

    @Test
    void meanAndSpreadAreThoseOfAllYears() {
        assertThat(HALF.mean()).isEqualTo(units(125));
        assertThat(HALF.standardDeviation()).isCloseTo(161.568, within(0.001));
        assertThat(HALF.largest()).isEqualTo(units(500));
        assertThat(HALF.at(1)).isEqualTo(units(0));
    }

    @Test
    void sumsDoNotOverflow() {
        var large = LossDistribution.of(
                LongStream.generate(() -> 900_000_000_000_000_000L).limit(1_000).toArray());
        assertThat(large.mean()).isEqualTo(units(900_000_000_000_000_000L));
        assertThat(large.tailValueAtRisk(Confidence.P99).value()).isEqualTo(units(900_000_000_000_000_000L));
    }

    @Test
    void yearsAreCountedByTheirLoss() {
        assertThat(HALF.atLeast(units(0)).years()).isEqualTo(1_000);
        assertThat(HALF.atLeast(units(1)).years()).isEqualTo(500);
        assertThat(HALF.above(units(499)).years()).isEqualTo(1);
        assertThat(HALF.above(units(500)).years()).isZero();
        assertThat(HALF.above(BigInteger.TWO.pow(100)).years()).isZero();
        assertThat(HALF.bars(units(100), 5)).containsExactly(599, 100, 100, 100, 101);
    }

    @Test
    void aChanceThatWasNeverSeenStillHasARange() {
        var never = new Proportion(0, 1_000_000);
        assertThat(never.value()).isZero();
        assertThat(never.low()).isCloseTo(0, within(1e-15));
        assertThat(never.high()).isBetween(3.8e-6, 3.9e-6);
        var half = new Proportion(500, 1_000);
        assertThat(half.low()).isCloseTo(0.469, within(0.0005));
        assertThat(half.high()).isCloseTo(0.531, within(0.0005));
    }

    /// (150 − 50) of 10,000 years: 0.01 ± 1.96·√((0.02 − 0.0001) / 10,000).
    @Test
    void aShiftIsMeasuredByTheYearsThatDisagree() {
        var shift = new Shift(new Proportion(400, 10_000), new Proportion(500, 10_000), 50, 150);
        assertThat(shift.difference()).isCloseTo(0.01, within(1e-12));
        assertThat(shift.give()).isCloseTo(0.002765, within(1e-6));
        assertThat(shift.isCertain()).isTrue();
    }
}
