package org.breakwater.core.stress.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChanceTest {

    /// The first numbers of the authors' own program from the state 1, 2, 3, 4.
    @Test
    void theStreamIsXoshiro() {
        var stream = new RandomStream(1, 2, 3, 4);
        assertThat(LongStream.generate(stream::bits).limit(6))
                .containsExactly(
                        41943041L,
                        58720359L,
                        3588806011781223L,
                        3591011842654386L,
                        Long.parseUnsignedLong("9228616714210784205"),
                        Long.parseUnsignedLong("9973669472204895162"));
    }

    @Test
    void blocksAndSeedsHaveStreamsOfTheirOwn() {
        var firsts = LongStream.range(0, 1_000)
                .mapToObj(block -> RandomStream.of(7, block).bits())
                .distinct();
        assertThat(firsts).hasSize(1_000);
        assertThat(RandomStream.of(7, 3).bits())
                .isNotEqualTo(RandomStream.of(8, 3).bits());
        assertThat(RandomStream.of(7, 3).bits()).isEqualTo(RandomStream.of(7, 3).bits());
    }

    @Test
    void aUniformNumberIsNeverAtAnEnd() {
        var stream = RandomStream.of(1, 1);
        var numbers = IntStream.range(0, 100_000).mapToDouble(_ -> stream.uniform());
        var summary = numbers.summaryStatistics();
        assertThat(summary.getMin()).isPositive();
        assertThat(summary.getMax()).isLessThan(1);
        assertThat(summary.getAverage()).isCloseTo(0.5, within(0.004));
    }

    @Test
    void gammaHasItsMeanAndSpread() {
        var stream = RandomStream.of(2, 2);
        for (var shape : new double[] {0.5, 1, 1.5, 2, 4}) {
            var drawn = IntStream.range(0, 100_000)
                    .mapToDouble(_ -> stream.gamma(shape))
                    .toArray();
            moments(drawn, shape, shape);
        }
    }

    private static void moments(double[] drawn, double mean, double variance) {
        var seen = IntStream.range(0, drawn.length)
                .mapToDouble(i -> drawn[i])
                .average()
                .orElseThrow();
        var spread = IntStream.range(0, drawn.length)
                .mapToDouble(i -> (drawn[i] - seen) * (drawn[i] - seen))
                .average()
                .orElseThrow();
        assertThat(seen).isCloseTo(mean, within(4 * Math.sqrt(variance / drawn.length)));
        assertThat(spread).isCloseTo(variance, within(0.06 * variance));
    }

    /// Φ to the digits of the tables; both ways come back.
    @Test
    void theNormalDistributionAndItsInverseAgree() {
        assertThat(Normal.probability(1)).isCloseTo(0.841344746068542949, within(2e-15));
        assertThat(Normal.probability(-5) / 2.866515718791939e-7).isCloseTo(1, within(1e-8));
        assertThat(Normal.probability(-10) / 7.619853024160527e-24).isCloseTo(1, within(1e-8));
        assertThat(Normal.probability(-40)).isZero();
        for (var p : new double[] {1e-12, 1e-4, 0.02, 0.3, 0.5, 0.77, 0.995, 0.9999}) {
            assertThat(Normal.probability(Normal.quantile(p)) / p).isCloseTo(1, within(1e-8));
        }
    }

    /// A bound that is too low would lose hits, one that is too high only costs time.
    @Test
    void theTableOfBoundsIsNeverBelowTheDistribution() {
        for (var x = -12.0; x < 12; x += 0.00137) {
            var place = NormalBound.place(x);
            assertThat(NormalBound.chance(place)).isGreaterThanOrEqualTo(Normal.probability(x));
            if (x > -8 && x < 4) {
                assertThat(NormalBound.chance(place) / Normal.probability(x)).isLessThan(1.08);
            }
            assertThat(-Math.expm1(-NormalBound.rate(place))).isCloseTo(NormalBound.chance(place), within(1e-15));
        }
        assertThat(NormalBound.chance(NormalBound.place(Double.POSITIVE_INFINITY)))
                .isEqualTo(1);
    }

    /// With two degrees of freedom the distribution has a closed form: ½ + x / (2√(2 + x²)).
    @Test
    void theTDistributionIsThatOfItsClosedForm() {
        var t = new StudentT(2);
        for (var x : new double[] {-8, -1, -0.2, 0, 0.7, 3}) {
            assertThat(t.probability(x)).isCloseTo(0.5 + x / (2 * Math.sqrt(2 + x * x)), within(1e-12));
        }
        assertThat(t.quantile(0.05)).isCloseTo(-2.919985580355516, within(1e-9));
        assertThat(new StudentT(4).quantile(0.975)).isCloseTo(2.776445105197793, within(1e-9));
    }

    @Test
    void aBetaSeverityHasItsMeanAndLiesOnBasisPoints() {
        var severity = Severity.beta(0.55, 3);
        assertThat(severity.mean()).isCloseTo(5_500.5, within(1.0));
        var stream = RandomStream.of(3, 3);
        var drawn = IntStream.range(0, 50_000).map(_ -> severity.next(stream)).summaryStatistics();
        assertThat(drawn.getMin()).isPositive();
        assertThat(drawn.getMax()).isLessThanOrEqualTo(Severity.WHOLE);
        assertThat(drawn.getAverage()).isCloseTo(5_500, within(45.0));
    }

    @Test
    void anObservedSeverityKeepsItsWeights() {
        var severity = Severity.observed(new TreeMap<>(Map.of(1_000, 1.0, 10_000, 3.0)));
        assertThat(severity.mean()).isEqualTo(7_750);
        var stream = RandomStream.of(4, 4);
        var whole = IntStream.range(0, 40_000)
                .filter(_ -> severity.next(stream) == Severity.WHOLE)
                .count();
        assertThat(whole / 40_000.0).isCloseTo(0.75, within(0.009));
    }

    @Test
    void whatIsNoSeverityIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Severity.always(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Severity.always(10_001));
        assertThatIllegalArgumentException().isThrownBy(() -> Severity.observed(new TreeMap<>()));
        assertThatIllegalArgumentException().isThrownBy(() -> Severity.observed(new TreeMap<>(Map.of(1, Double.NaN))));
        assertThatIllegalArgumentException().isThrownBy(() -> Severity.beta(1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Severity.beta(0.5, Double.NaN));
    }
}
