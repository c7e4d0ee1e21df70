package org.breakwater.core.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.breakwater.core.stress.Portfolios.UNIT;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.stress.chance.Normal;
import org.breakwater.core.stress.chance.StudentT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What holds for any book, whatever its tables say.
class LossIdentitiesTest {

    private static final int SAMPLE = 60_000;

    @Test
    void theNormalDistributionHasItsOwnFigures() {
        assertThat(Normal.quantile(0.99)).isCloseTo(2.326348, within(5e-7));
        assertThat(Normal.quantile(0.995)).isCloseTo(2.575829, within(5e-7));
        assertThat(Normal.density(Normal.quantile(0.99)) / 0.01).isCloseTo(2.665214, within(5e-7));
        assertThat(Normal.density(Normal.quantile(0.995)) / 0.005).isCloseTo(2.891949, within(5e-7));
        var spread = Math.log1p(0.01);
        assertThat(Math.exp(Normal.quantile(0.995) * Math.sqrt(spread)) / Math.sqrt(1.01) - 1)
                .isCloseTo(0.286554, within(5e-7));
    }

    @Test
    void withFullCorrelationItIsAllOrNothing() throws StressException {
        var model = Portfolios.dependent(20, 0.05, new Dependence.OneFactor(0.999_999_9));
        var loss = Portfolios.run(model, Portfolios.covering(20), SAMPLE, 3, 2).loss();
        Acceptance.chance(loss.atLeast(UNIT), 0.05);
        var whole = loss.atLeast(UNIT.multiply(BigInteger.valueOf(20))).years();
        assertThat(loss.atLeast(UNIT).years() - whole).isLessThan(SAMPLE / 1_000);
    }

    @Test
    void correlationDoesNotMoveTheMean() throws StressException {
        for (var correlation : new double[] {0, 0.1, 0.3, 0.6}) {
            var exact = Lattice.oneFactor(30, 0.04, correlation);
            var model = Portfolios.dependent(30, 0.04, new Dependence.OneFactor(correlation));
            var loss =
                    Portfolios.run(model, Portfolios.covering(30), SAMPLE, 5, 2).loss();
            new Acceptance(loss, UNIT).mean(1.2, exact.variance());
        }
    }

    @Test
    void moreCoverIsMoreAtRiskAndTailsDoNotAddUpToMoreThanTheirSum() throws StressException {
        var model = Portfolios.dependent(6, 0.05, new Dependence.OneFactor(0.3));
        var size = SAMPLE;
        var less = Portfolios.run(model, Portfolios.covering(List.of(1, 2, 3, 0, 0, 0)), size, 5, 2);
        var more = Portfolios.run(model, Portfolios.covering(List.of(2, 2, 3, 0, 0, 0)), size, 5, 2);
        var other = Portfolios.run(model, Portfolios.covering(List.of(0, 0, 0, 4, 1, 2)), size, 5, 2);
        var both = Portfolios.run(model, Portfolios.covering(List.of(1, 2, 3, 4, 1, 2)), size, 5, 2);
        for (var level : Confidence.values()) {
            assertThat(more.loss().valueAtRisk(level).value())
                    .isGreaterThanOrEqualTo(less.loss().valueAtRisk(level).value());
            assertThat(both.loss().tailValueAtRisk(level).value())
                    .isLessThanOrEqualTo(less.loss()
                            .tailValueAtRisk(level)
                            .value()
                            .add(other.loss().tailValueAtRisk(level).value())
                            .add(BigInteger.TWO));
        }
    }

    @Test
    void capitalForSeveralKindsOfRiskAddsUpAsInSolvencyII() throws StressException {
        var annex = CorrelationMatrix.of(List.of("market", "default", "life", "health", "non-life"), new double[][] {
            {1, .25, .25, .25, .25},
            {.25, 1, .25, .25, .5},
            {.25, .25, 1, .25, 0},
            {.25, .25, .25, 1, 0},
            {.25, .5, 0, 0, 1}
        });
        assertThat(annex.aggregate(new double[] {30, 20, 0, 0, 80})).isCloseTo(103.923048, within(5e-7));
    }

    @ParameterizedTest
    @CsvSource({
        "4, 0, 0.0756",
        "4, 0.2, 0.1275",
        "4, 0.5, 0.2532",
        "10, 0, 0.0069",
        "10, 0.2, 0.0204",
        "10, 0.5, 0.0819"
    })
    void theTCopulaKeepsItsDependenceInTheTail(double degrees, double rho, double dependence) {
        var at = -Math.sqrt((degrees + 1) * (1 - rho) / (1 + rho));
        assertThat(2 * new StudentT(degrees + 1).probability(at)).isCloseTo(dependence, within(5.1e-5));
    }

    @ParameterizedTest
    @CsvSource({"0.99, 989805, 990195", "0.995, 994861, 995138", "0.999, 998938, 999061"})
    void theRangeOfAValueAtRiskIsThatOfItsOrderStatistics(double level, long from, long to) {
        assertThat(BinomialRange.of(1_000_000, level, 0.95)).isEqualTo(new BinomialRange(from, to));
    }
}
