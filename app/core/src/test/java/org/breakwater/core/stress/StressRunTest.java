package org.breakwater.core.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.breakwater.core.stress.chance.Severity;
import org.junit.jupiter.api.Test;

class StressRunTest {

    private static final int YEARS = 30_000;

    private static RiskModel model() throws StressException {
        var severity = Severity.beta(0.5, 4);
        var risks = List.of(
                Portfolios.risk(0, 0.02, 0, severity),
                Portfolios.risk(1, 0.05, 1, severity),
                Portfolios.risk(2, 0.011, 0, severity),
                Portfolios.risk(3, 0.3, 1, severity));
        return RiskModel.of(
                risks,
                List.of(new Shock("one oracle", 0.02, 0.5, List.of(0, 1, 3))),
                new Occurrence.AtMostOnce(new Dependence.OneFactorT(0.25, 4)));
    }

    private static Book book(long gross) {
        var covers = List.of(cover(0, 400), cover(1, 300), cover(2, 500), cover(3, 200));
        var pool = new Book.Pool(
                7,
                "the pool",
                0,
                BigInteger.valueOf(gross),
                BigInteger.ZERO,
                BigInteger.valueOf(420),
                4_000,
                1_000,
                500,
                0.1,
                covers);
        return new Book(List.of(pool), new Book.Treasury(List.of(), BigInteger.ZERO));
    }

    private static Book.Cover cover(int risk, long amount) {
        return new Book.Cover(
                risk, 3_000, List.of(new Book.Term(Double.POSITIVE_INFINITY, BigInteger.valueOf(amount))));
    }

    private static void same(StressResult one, StressResult other) {
        assertThat(other.loss()).isEqualTo(one.loss());
        assertThat(other.cut()).isEqualTo(one.cut());
        assertThat(other.ruin()).isEqualTo(one.ruin());
        assertThat(other.anyCut()).isEqualTo(one.anyCut());
        assertThat(other.assets()).isEqualTo(one.assets());
        assertThat(other.pools()).isEqualTo(one.pools());
    }

    @Test
    void anyNumberOfThreadsComesToTheSame() throws StressException {
        var one = Portfolios.run(model(), book(700), YEARS, 11, 1);
        for (var threads : List.of(2, 3, 7)) {
            same(one, Portfolios.run(model(), book(700), YEARS, 11, threads));
        }
        assertThat(Portfolios.run(model(), book(700), YEARS, 12, 2).loss()).isNotEqualTo(one.loss());
        assertThat(one.size().seed()).isEqualTo(11);
        assertThat(one.ruin().years()).isPositive().isLessThan(one.anyCut().years());
    }

    @Test
    void aComparisonGoesThroughTheSameYearsTwice() throws StressException {
        var size = new StressSize(YEARS, 11, 2);
        var compared = StressRun.compare(model(), book(700), book(640), size, Portfolios.THREADS, StressWatch.NOBODY);
        same(Portfolios.run(model(), book(700), YEARS, 11, 1), compared.before());
        same(Portfolios.run(model(), book(640), YEARS, 11, 1), compared.after());
        var ruin = compared.ruin();
        assertThat(ruin.onlyBefore()).isZero();
        assertThat(ruin.onlyAfter())
                .isEqualTo(ruin.after().years() - ruin.before().years())
                .isPositive();
        assertThat(ruin.difference()).isEqualTo(ruin.onlyAfter() / (double) YEARS);
        assertThat(ruin.give()).isLessThan(ruin.after().high() - ruin.after().low());
        assertThat(compared.after().loss()).isEqualTo(compared.before().loss());
    }

    @Test
    void nothingChangedIsNoDifferenceAtAll() throws StressException {
        var size = new StressSize(YEARS, 5, 2);
        var compared = StressRun.compare(model(), book(700), book(700), size, Portfolios.THREADS, StressWatch.NOBODY);
        assertThat(compared.ruin().difference()).isZero();
        assertThat(compared.ruin().give()).isZero();
        assertThat(compared.ruin().isCertain()).isFalse();
    }

    @Test
    void progressIsToldAndReachesTheEnd() throws StressException {
        var most = new AtomicLong();
        var watch = new StressWatch() {
            @Override
            public void reached(long years, long of) {
                most.accumulateAndGet(years, Math::max);
                assertThat(of).isEqualTo(YEARS);
            }
        };
        StressRun.of(model(), book(700), new StressSize(YEARS, 1, 2), Portfolios.THREADS, watch);
        assertThat(most).hasValue(YEARS);
    }

    @Test
    void whoeverWaitsCanGiveUp() {
        var watch = new StressWatch() {
            private volatile boolean cancelled;

            @Override
            public void reached(long years, long of) {
                cancelled = true;
            }

            @Override
            public boolean isCancelled() {
                return cancelled;
            }
        };
        assertThatThrownBy(() ->
                        StressRun.of(model(), book(700), new StressSize(20_000_000, 1, 2), Portfolios.THREADS, watch))
                .isInstanceOf(CancellationException.class);
    }

    // ── what is refused ────────────────────────────────────────────────────────────────────────────────────────

    private static StressFault refused(ThrowingCallable call) {
        var refused = catchThrowableOfType(StressException.class, call);
        assertThat(refused).isNotNull();
        assertThat(refused.fault().problem().happened()).endsWith(".");
        assertThat(refused.fault().problem().remedy()).endsWith(".");
        return refused.fault();
    }

    private static StressFault matrix(double[]... rows) {
        return refused(() -> CorrelationMatrix.of(List.of("Bridge", "Custody", "Oracle"), rows));
    }

    @Test
    void correlationsThatContradictEachOtherAreRefusedByName() {
        var fault = matrix(new double[] {1, 0.9, 0.9}, new double[] {0.9, 1, -0.9}, new double[] {0.9, -0.9, 1});
        assertThat(fault).isInstanceOfSatisfying(StressFault.Contradiction.class, found -> {
            assertThat(found.smallest()).isCloseTo(-0.8, within(1e-9));
        });
        assertThat(fault.problem().toString()).contains("not positive semi-definite", "-0.8");
    }

    @Test
    void whatIsNoCorrelationIsRefused() {
        assertThat(matrix(new double[] {1, 0}, new double[] {0, 1})).isInstanceOf(StressFault.NotSquare.class);
        assertThat(matrix(new double[] {1, 0, 0}, new double[] {0, 1}, new double[] {0, 0, 1}))
                .isInstanceOf(StressFault.NotSquare.class);
        assertThat(matrix(new double[] {1, 0.2, 0}, new double[] {0.3, 1, 0}, new double[] {0, 0, 1}))
                .isInstanceOf(StressFault.NotSymmetric.class);
        assertThat(matrix(new double[] {1, 1.2, 0}, new double[] {1.2, 1, 0}, new double[] {0, 0, 1}))
                .isInstanceOf(StressFault.NoCorrelation.class);
        assertThat(matrix(new double[] {0.9, 0, 0}, new double[] {0, 1, 0}, new double[] {0, 0, 1}))
                .isInstanceOf(StressFault.NoCorrelation.class);
        assertThat(matrix(new double[] {1, Double.NaN, 0}, new double[] {Double.NaN, 1, 0}, new double[] {0, 0, 1}))
                .isInstanceOf(StressFault.NoCorrelation.class);
    }

    @Test
    void aMatrixOnTheEdgeIsTaken() throws StressException {
        var edge =
                CorrelationMatrix.of(List.of("a", "b", "c"), new double[][] {{1, 1, 0.5}, {1, 1, 0.5}, {0.5, 0.5, 1}});
        var numbers = new double[] {0.3, -2, 1};
        edge.correlate(numbers);
        assertThat(numbers[0]).isEqualTo(numbers[1]);
    }

    @Test
    void assumptionsOutsideOfWhatTheyCanBeAreRefused() {
        for (var chance : new double[] {-0.1, 1, Double.NaN}) {
            assertThat(refused(() -> Portfolios.dependent(2, chance, new Dependence.Independent())))
                    .isInstanceOf(StressFault.OutOfRange.class);
        }
        for (var correlation : new double[] {-0.1, 1, Double.NaN}) {
            assertThat(refused(() -> Portfolios.dependent(2, 0.1, new Dependence.OneFactor(correlation))))
                    .isInstanceOf(StressFault.OutOfRange.class);
        }
        assertThat(refused(() -> Portfolios.dependent(2, 0.1, new Dependence.OneFactorT(0.2, 0))))
                .isInstanceOf(StressFault.OutOfRange.class);
        assertThat(refused(() -> RiskModel.of(
                        Portfolios.alike(2, 0.1), List.of(), new Occurrence.Repeated(OptionalDouble.of(0)))))
                .isInstanceOf(StressFault.OutOfRange.class);
        var independent = new Occurrence.AtMostOnce(new Dependence.Independent());
        for (var shock : List.of(
                new Shock("x", -1, 1, List.of(0)),
                new Shock("x", 1, 0, List.of(0)),
                new Shock("x", 1, Double.NaN, List.of(0)))) {
            assertThat(refused(() -> RiskModel.of(Portfolios.alike(2, 0.1), List.of(shock), independent)))
                    .isInstanceOf(StressFault.OutOfRange.class);
        }
        assertThat(refused(() ->
                        RiskModel.of(Portfolios.alike(2, 0.1), List.of(new Shock("x", 1, 1, List.of(2))), independent)))
                .isInstanceOf(StressFault.NoSuchRisk.class);
        assertThat(refused(() -> Portfolios.dependent(
                        2, 0.1, new Dependence.Sectors(0.1, CorrelationMatrix.of(List.of("one"), new double[][] {{1}
                        })))))
                .isInstanceOf(StressFault.NoSector.class);
    }

    @Test
    void aRunThatCannotBeginSaysWhy() {
        assertThat(refused(() -> Portfolios.run(model(), Portfolios.covering(0), YEARS, 1, 1)))
                .isInstanceOf(StressFault.NothingAtRisk.class);
        assertThat(refused(() -> Portfolios.run(model(), Portfolios.covering(9), YEARS, 1, 1)))
                .isInstanceOf(StressFault.NotModelled.class);
        assertThat(refused(() -> Portfolios.run(model(), book(-1), YEARS, 1, 1)))
                .isInstanceOf(StressFault.TooMuch.class);
        assertThat(refused(() -> Portfolios.run(model(), book(700), 999, 1, 1)))
                .isInstanceOf(StressFault.OutOfRange.class);
        assertThat(refused(() -> Portfolios.run(model(), book(700), 30_000_000, 1, 1)))
                .isInstanceOf(StressFault.OutOfRange.class);
        assertThat(refused(() -> Portfolios.run(model(), book(700), YEARS, 1, 0)))
                .isInstanceOf(StressFault.OutOfRange.class);
    }
}
