package org.breakwater.core.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.breakwater.core.stress.Confidence.P90;
import static org.breakwater.core.stress.Confidence.P95;
import static org.breakwater.core.stress.Confidence.P99;
import static org.breakwater.core.stress.Confidence.P995;
import static org.breakwater.core.stress.Confidence.P999;
import static org.breakwater.core.stress.Portfolios.UNIT;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.breakwater.core.stress.chance.Normal;
import org.breakwater.core.stress.chance.RandomStream;
import org.breakwater.core.stress.chance.Severity;
import org.breakwater.core.stress.chance.StudentT;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The engine against every table of exact figures that it can be held against. The normal run takes a sample of
/// each; `deep` takes a million years, three seeds and two numbers of threads.
class PublishedTablesTest {

    private static final int SAMPLE = 60_000;
    private static final int FULL = 1_000_000;
    private static final long[] SEEDS = {20_260_921, 7, 0x5eed};
    private static final int[] THREADS = {1, 2};
    private static final double[] FOUR = {0, 0.1, 0.2, 0.3, 0.4};
    private static final double[] TEN = {0, 0.15, 0.2, 0.25, 0.125, 0.075, 0.05, 0.05, 0.05, 0.025, 0.025};

    @FunctionalInterface
    private interface Check {
        void run(int years, long seed, int threads) throws StressException;
    }

    private static void sample(Check check) throws StressException {
        check.run(SAMPLE, SEEDS[0], THREADS[1]);
    }

    private static void full(Check check) throws StressException {
        for (var seed : SEEDS) {
            for (var threads : THREADS) {
                check.run(FULL, seed, threads);
            }
        }
    }

    // ── Vasicek's large homogeneous portfolio ──────────────────────────────────────────────────────────────

    private static final String VASICEK = """
        0.01, 0.10, 0.02846151, 0.04679699, 0.05551549, 0.07749737, 0.05996825, 0.06931903
        0.01, 0.40, 0.04842858, 0.13482973, 0.18402118, 0.31556461, 0.21070312, 0.26529758
        0.02, 0.20, 0.07027658, 0.12860982, 0.15666809, 0.22631281, 0.17046154, 0.20001253
        0.05, 0.20, 0.15467772, 0.24957482, 0.29078681, 0.38442247, 0.30811918, 0.34840201
        """;

    private static double vasicek(double chance, double correlation, double level) {
        return Normal.probability((Normal.quantile(chance) + Math.sqrt(correlation) * Normal.quantile(level))
                / Math.sqrt(1 - correlation));
    }

    /// Φ₂(Φ⁻¹(1 − level), Φ⁻¹(chance); √correlation) / (1 − level), by quadrature.
    private static double vasicekTail(double chance, double correlation, double level) {
        var end = Normal.quantile(1 - level);
        var mark = Normal.quantile(chance);
        var steps = 20_000;
        var width = (end + 12) / steps;
        var sum = 0.0;
        for (int step = 0; step <= steps; step++) {
            var x = -12 + step * width;
            var weight = step % steps == 0 ? 0.5 : 1;
            sum += weight
                    * Normal.density(x)
                    * Normal.probability((mark - Math.sqrt(correlation) * x) / Math.sqrt(1 - correlation));
        }
        return sum * width / (1 - level);
    }

    private static final Confidence[] LEVELS = {P95, P99, P995, P999};

    @ParameterizedTest
    @CsvSource(textBlock = VASICEK)
    void theLargePortfolioIsVasiceks(
            double p, double rho, double q95, double q99, double q995, double q999, double t99, double t995)
            throws StressException {
        var exact = new double[] {q95, q99, q995, q999};
        for (int i = 0; i < LEVELS.length; i++) {
            assertThat(vasicek(p, rho, LEVELS[i].level())).isCloseTo(exact[i], within(5e-9));
        }
        assertThat(vasicekTail(p, rho, 0.99)).isCloseTo(t99, within(5e-8));
        assertThat(vasicekTail(p, rho, 0.995)).isCloseTo(t995, within(5e-8));
        sample((years, seed, _) -> large(p, rho, exact, t99, t995, years, seed));
    }

    @Tag("deep")
    @ParameterizedTest
    @CsvSource(textBlock = VASICEK)
    void theLargePortfolioIsVasiceksInAMillionYears(
            double p, double rho, double q95, double q99, double q995, double q999, double t99, double t995)
            throws StressException {
        full((years, seed, _) -> large(p, rho, new double[] {q95, q99, q995, q999}, t99, t995, years, seed));
    }

    /// Of ever more, ever smaller risks the chance that the factor leaves is the loss: the factors as the engine
    /// draws them, the chances as it takes them, its order statistics.
    private static void large(double p, double rho, double[] exact, double t99, double t995, int years, long seed) {
        var scale = BigInteger.TEN.pow(12);
        var stream = RandomStream.of(seed, 0);
        var mark = Normal.quantile(p);
        var losses = new long[years];
        for (int year = 0; year < years; year++) {
            var chance = Years.chance(mark, 1, Math.sqrt(rho) * stream.normal(), Math.sqrt(1 - rho));
            losses[year] = (long) (chance * scale.doubleValue());
        }
        var accepted = new Acceptance(LossDistribution.of(losses), scale);
        for (int i = 0; i < LEVELS.length; i++) {
            accepted.inside(LEVELS[i], exact[i]);
        }
        accepted.tail(P99, t99).tail(P995, t995);
    }

    /// Many risks come close to infinitely many: what is left is of the order of one over their number.
    @ParameterizedTest
    @CsvSource({
        "0.01, 0.1, 1.19, 3.82, 7.01, 10.67",
        "0.01, 0.4, 0.55, 4.51, 11.04, 18.19",
        "0.001, 0.1, 0.98, 4.09, 8.83, 15.37",
        "0.001, 0.4, 0.12, 3.25, 13.18, 31.75"
    })
    void standardisedQuantilesAreThoseOfTheTable(
            double p, double rho, double at90, double at99, double at999, double at9999) {
        var mark = Normal.quantile(p);
        var squares = 0.0;
        var steps = 20_000;
        for (int step = 0; step <= steps; step++) {
            var y = -12 + 24.0 * step / steps;
            var q = Normal.probability((mark - Math.sqrt(rho) * y) / Math.sqrt(1 - rho));
            squares += Normal.density(y) * (q - p) * (q - p) * 24 / steps;
        }
        var spread = Math.sqrt(squares);
        assertThat((vasicek(p, rho, 0.9) - p) / spread).isCloseTo(at90, within(0.005));
        assertThat((vasicek(p, rho, 0.99) - p) / spread).isCloseTo(at99, within(0.005));
        assertThat((vasicek(p, rho, 0.999) - p) / spread).isCloseTo(at999, within(0.005));
        assertThat((vasicek(p, rho, 0.9999) - p) / spread).isCloseTo(at9999, within(0.005));
    }

    // ── finite portfolio with one factor ───────────────────────────────────────────────────────────────────

    private static final String FINITE = """
        50, 0.02, 0.2, 0.53978374, 1.641777, 4, 8, 9, 13, 11.507824, 0.04212245, 0.00424603
        50, 0.05, 0.3, 0.36747488, 3.705380, 10, 17, 21, 28, 24.882782, 0.18191504, 0.05550148
        20, 0.05, 0.2, 0.49652584, 1.411832, 4, 6, 7, 9, 8.547054, 0.03156462, 0.00094838
        100, 0.01, 0.1, 0.47913380, 1.381038, 4, 6, 7, 10, 8.792699, 0.02811152, 0.00120132
        """;

    @ParameterizedTest
    @CsvSource(textBlock = FINITE)
    void theFinitePortfolioIsThatOfQuadrature(
            int count,
            double p,
            double rho,
            double none,
            double deviation,
            int v95,
            int v99,
            int v995,
            int v999,
            double t995,
            double five,
            double ten)
            throws StressException {
        var exact = Lattice.oneFactor(count, p, rho);
        assertThat(exact.mass()[0]).isCloseTo(none, within(5e-9));
        assertThat(Math.sqrt(exact.variance())).isCloseTo(deviation, within(5e-7));
        assertThat(IntStream.range(0, LEVELS.length).map(i -> exact.quantile(LEVELS[i].level())))
                .containsExactly(v95, v99, v995, v999);
        assertThat(exact.tail(0.995)).isCloseTo(t995, within(5e-7));
        assertThat(exact.atLeast(5)).isCloseTo(five, within(5e-9));
        assertThat(exact.atLeast(10)).isCloseTo(ten, within(5e-9));
        sample((years, seed, threads) -> finite(count, p, new Dependence.OneFactor(rho), exact, years, seed, threads));
    }

    @Tag("deep")
    @ParameterizedTest
    @CsvSource(textBlock = FINITE)
    void theFinitePortfolioIsThatOfQuadratureInAMillionYears(int count, double p, double rho) throws StressException {
        var exact = Lattice.oneFactor(count, p, rho);
        full((years, seed, threads) -> finite(count, p, new Dependence.OneFactor(rho), exact, years, seed, threads));
    }

    private static void finite(
            int count, double p, Dependence dependence, Lattice exact, int years, long seed, int threads)
            throws StressException {
        var model = Portfolios.dependent(count, p, dependence);
        var loss = Portfolios.run(model, Portfolios.covering(count), years, seed, threads)
                .loss();
        new Acceptance(loss, UNIT)
                .mean(exact.mean(), exact.variance())
                .atLeast(1, exact.atLeast(1))
                .atLeast(5, exact.atLeast(5))
                .atLeast(10, exact.atLeast(10))
                .quantiles(exact, LEVELS)
                .tail(P99, exact.tail(0.99))
                .tail(P995, exact.tail(0.995));
    }

    @Test
    void twoSectorsThatGoTogetherAreOne() throws StressException {
        var together = CorrelationMatrix.of(List.of("one", "other"), new double[][] {{1, 1}, {1, 1}});
        var exact = Lattice.oneFactor(50, 0.05, 0.3);
        sample((years, seed, threads) ->
                finite(50, 0.05, new Dependence.Sectors(0.3, together), exact, years, seed, threads));
    }

    @Test
    void withATCopulaTheFinitePortfolioIsThatOfQuadratureOverBothFactors() throws StressException {
        var exact = tCopula(50, 0.02, 0.2, 4);
        sample((years, seed, threads) ->
                finite(50, 0.02, new Dependence.OneFactorT(0.2, 4), exact, years, seed, threads));
        assertThat(exact.mean()).isCloseTo(1, within(1e-4));
        assertThat(exact.atLeast(10))
                .isGreaterThan(2 * Lattice.oneFactor(50, 0.02, 0.2).atLeast(10));
    }

    /// Over the normal factor, and over a chi-squared one with 4 degrees of freedom, whose density is x·e^(−x/2)/4.
    private static Lattice tCopula(int count, double p, double rho, int degrees) {
        var mark = new StudentT(degrees).quantile(p);
        var mass = new double[count + 1];
        var normals = 240;
        var scales = 400;
        for (int i = 0; i < scales; i++) {
            // Squared, so that the grid is finer where little moves much.
            var root = 7.5 * (i + 0.5) / scales;
            var chi = root * root;
            var density = chi * Math.exp(-chi / 2) / 4 * 2 * root * 7.5 / scales;
            for (int j = 0; j < normals; j++) {
                var y = -8 + 16 * (j + 0.5) / normals;
                var chance = Years.chance(mark, Math.sqrt(chi / degrees), Math.sqrt(rho) * y, Math.sqrt(1 - rho));
                Lattice.addBinomial(mass, density * Normal.density(y) * 16 / normals, chance);
            }
        }
        return new Lattice(mass);
    }

    @Test
    void withoutCorrelationLossesAreBinomial() throws StressException {
        var exact = Lattice.binomial(40, 0.03);
        sample((years, seed, threads) -> finite(40, 0.03, new Dependence.OneFactor(0), exact, years, seed, threads));
        sample((years, seed, threads) -> finite(40, 0.03, new Dependence.Independent(), exact, years, seed, threads));
    }

    // ── compound sums, by Panjer's recursion ───────────────────────────────────────────────────────────────

    private static double[] falling() {
        var sizes = new double[51];
        var sum = 0.0;
        for (int k = 1; k <= 50; k++) {
            sizes[k] = Math.pow(k, -1.5);
            sum += sizes[k];
        }
        for (int k = 1; k <= 50; k++) {
            sizes[k] /= sum;
        }
        return sizes;
    }

    private static void compound(
            double rate, OptionalDouble shape, double[] sizes, Lattice exact, int years, long seed, int threads)
            throws StressException {
        var risk = Portfolios.risk(0, rate, 0, Portfolios.sizes(sizes));
        var model = RiskModel.of(List.of(risk), List.of(), new Occurrence.Repeated(shape));
        var book = Portfolios.covering(List.of(sizes.length - 1));
        var loss = Portfolios.run(model, book, years, seed, threads).loss();
        new Acceptance(loss, UNIT)
                .mean(exact.mean(), exact.variance())
                .atLeast(1, exact.atLeast(1))
                .atLeast(exact.quantile(0.99), exact.atLeast(exact.quantile(0.99)))
                .quantiles(exact, P90, P95, P99, P995, P999)
                .tail(P90, exact.tail(0.9))
                .tail(P95, exact.tail(0.95))
                .tail(P99, exact.tail(0.99))
                .tail(P995, exact.tail(0.995));
    }

    private static void table(Lattice exact, double mean, double variance, int[] quantiles, double... tails) {
        var levels = new double[] {0.9, 0.95, 0.99, 0.995, 0.999};
        assertThat(exact.mean()).isCloseTo(mean, within(5e-6));
        assertThat(exact.variance()).isCloseTo(variance, within(5e-6));
        for (int i = 0; i < levels.length; i++) {
            assertThat(exact.quantile(levels[i])).isEqualTo(quantiles[i]);
        }
        for (int i = 0; i < tails.length; i++) {
            assertThat(exact.tail(levels[i])).isCloseTo(tails[i], within(5e-6));
        }
    }

    private static final Lattice SMALL = Lattice.poisson(2, FOUR, 200);
    private static final Lattice ACTUAR = Lattice.poisson(10, TEN, 600);
    private static final Lattice LONG_TAIL = Lattice.poisson(3, falling(), 1_500);
    private static final Lattice MIXED = Lattice.negativeBinomial(1.5, 2, falling(), 3_000);

    @Test
    void compoundSumsAreThoseOfTheTable() {
        table(SMALL, 6, 20, new int[] {12, 14, 19, 20, 24}, 15.008290, 17.002458, 21.133113, 22.807232);
        table(ACTUAR, 37, 190.5, new int[] {55, 61, 74, 78, 88}, 63.483473, 68.896878, 80.035135, 84.397825);
        table(
                LONG_TAIL,
                16.4127457,
                307.647331,
                new int[] {42, 52, 76, 86, 107},
                56.938579,
                66.924810,
                90.009023,
                99.245316);
        table(
                MIXED,
                16.4127457,
                487.232812,
                new int[] {47, 62, 98, 113, 147},
                68.591646,
                83.916106,
                119.152379,
                134.122645);
        var first = new double[] {
            .13533528, .02706706, .05684082, .09220844, .13642699, .05799604, .07810110, .08609323, .07758235
        };
        for (int s = 0; s < first.length; s++) {
            assertThat(SMALL.mass()[s]).isCloseTo(first[s], within(5e-9));
        }
        var stopLoss = new double[][] {{0, 6}, {2, 4.29773762}, {5, 2.27631097}, {10, .57715072}, {15, .10357671}};
        for (var row : stopLoss) {
            assertThat(SMALL.stopLoss((int) row[0])).isCloseTo(row[1], within(5e-8));
        }
    }

    @Test
    void compoundSumsAreThoseOfPanjer() throws StressException {
        sample(PublishedTablesTest::compounds);
    }

    @Tag("deep")
    @Test
    void compoundSumsAreThoseOfPanjerInAMillionYears() throws StressException {
        full(PublishedTablesTest::compounds);
    }

    private static void compounds(int years, long seed, int threads) throws StressException {
        compound(2, OptionalDouble.empty(), FOUR, SMALL, years, seed, threads);
        compound(10, OptionalDouble.empty(), TEN, ACTUAR, years, seed, threads);
        compound(3, OptionalDouble.empty(), falling(), LONG_TAIL, years, seed, threads);
        compound(3, OptionalDouble.of(1.5), falling(), MIXED, years, seed, threads);
    }

    // ── shared causes ──────────────────────────────────────────────────────────────────────────────────────

    private static final List<Integer> AMOUNTS = List.of(10, 20, 5, 15, 50);
    private static final double[] RATES = {.02, .03, .05, .02, .01};
    private static final List<Shock> SHARED =
            List.of(new Shock("A", 0.01, 1, List.of(0, 1, 2)), new Shock("B", 0.005, 1, List.of(3, 4)));

    /// The sum of the sources' totals, each a Poisson number of times.
    private static Lattice everyTime() {
        var totals = new int[] {10, 20, 5, 15, 50, 35, 65};
        var rates = new double[] {.02, .03, .05, .02, .01, .01, .005};
        var sizes = new double[66];
        for (int i = 0; i < totals.length; i++) {
            sizes[totals[i]] += rates[i] / 0.145;
        }
        return Lattice.poisson(0.145, sizes, 800);
    }

    /// All 2^7 ways in which sources come or do not, each cover hit at most once.
    private static Lattice once() {
        var members = new int[][] {{0}, {1}, {2}, {3}, {4}, {0, 1, 2}, {3, 4}};
        var rates = new double[] {.02, .03, .05, .02, .01, .01, .005};
        var mass = new double[101];
        for (int way = 0; way < 1 << members.length; way++) {
            var chance = 1.0;
            var hit = new boolean[AMOUNTS.size()];
            for (int source = 0; source < members.length; source++) {
                var comes = ((way >> source) & 1) == 1;
                chance *= comes ? -Math.expm1(-rates[source]) : Math.exp(-rates[source]);
                for (int member : members[source]) {
                    hit[member] |= comes;
                }
            }
            var total = IntStream.range(0, hit.length)
                    .filter(i -> hit[i])
                    .map(AMOUNTS::get)
                    .sum();
            mass[total] += chance;
        }
        return new Lattice(mass);
    }

    private static List<Risk> shared(boolean once) {
        var whole = Severity.always(Severity.WHOLE);
        return IntStream.range(0, RATES.length)
                .mapToObj(i -> Portfolios.risk(i, once ? -Math.expm1(-RATES[i]) : RATES[i], 0, whole))
                .toList();
    }

    @Test
    void sharedCausesAreThoseOfTheTable() {
        var every = everyTime();
        assertThat(every.mass()[0]).isCloseTo(.8650222931, within(5e-11));
        assertThat(every.mean()).isCloseTo(2.525, within(5e-9));
        assertThat(every.variance()).isCloseTo(78.125, within(5e-7));
        assertThat(quantiles(every)).containsExactly(5, 20, 50, 65, 70);
        assertThat(every.atLeast(50)).isCloseTo(.0154514556, within(5e-11));
        assertThat(every.atLeast(65)).isCloseTo(.0056890113, within(5e-11));
        var once = once();
        assertThat(once.mass()[0]).isCloseTo(.8650222931, within(5e-11));
        assertThat(once.mean()).isCloseTo(2.4856875530, within(5e-10));
        assertThat(once.variance()).isCloseTo(75.1020850423, within(5e-9));
        assertThat(quantiles(once)).containsExactly(5, 20, 50, 65, 65);
        assertThat(once.atLeast(50)).isCloseTo(.0150827048, within(5e-11));
        assertThat(once.atLeast(65)).isCloseTo(.0055730877, within(5e-11));
        assertThat(once.tail(0.99)).isCloseTo(59.8164005876, within(5e-9));
        assertThat(once.tail(0.995)).isCloseTo(67.1165611731, within(5e-9));
    }

    private static int[] quantiles(Lattice exact) {
        return new int[] {
            exact.quantile(0.9),
            exact.quantile(0.95),
            exact.quantile(0.99),
            exact.quantile(0.995),
            exact.quantile(0.999)
        };
    }

    @Test
    void sharedCausesAreThoseOfEnumeration() throws StressException {
        sample(PublishedTablesTest::sharedCauses);
    }

    @Tag("deep")
    @Test
    void sharedCausesAreThoseOfEnumerationInAMillionYears() throws StressException {
        full(PublishedTablesTest::sharedCauses);
    }

    private static void sharedCauses(int years, long seed, int threads) throws StressException {
        var repeated = new Occurrence.Repeated(OptionalDouble.empty());
        accept(RiskModel.of(shared(false), SHARED, repeated), everyTime(), years, seed, threads);
        var once = new Occurrence.AtMostOnce(new Dependence.Independent());
        accept(RiskModel.of(shared(true), SHARED, once), once(), years, seed, threads);
    }

    private static void accept(RiskModel model, Lattice exact, int years, long seed, int threads)
            throws StressException {
        var loss = Portfolios.run(model, Portfolios.covering(AMOUNTS), years, seed, threads)
                .loss();
        new Acceptance(loss, UNIT)
                .mean(exact.mean(), exact.variance())
                .atLeast(1, exact.atLeast(1))
                .atLeast(50, exact.atLeast(50))
                .atLeast(65, exact.atLeast(65))
                .quantiles(exact, P90, P95, P99, P995, P999)
                .tail(P99, exact.tail(0.99))
                .tail(P995, exact.tail(0.995));
    }

    // ── the risk weights of Basel II, Annex 5 ──────────────────────────────────────────────────────────────

    @ParameterizedTest
    @CsvSource({
        "0.0003, 14.44",
        "0.0010, 29.65",
        "0.0025, 49.47",
        "0.0050, 69.61",
        "0.0075, 82.78",
        "0.0100, 92.32",
        "0.0200, 114.86"
    })
    void riskWeightsAreThoseThatBaselPublished(double chance, double published) {
        var share = -Math.expm1(-50 * chance) / -Math.expm1(-50);
        var correlation = 0.12 * share + 0.24 * (1 - share);
        var maturity = Math.pow(0.11852 - 0.05478 * Math.log(chance), 2);
        var capital = 0.45 * (vasicek(chance, correlation, 0.999) - chance) / (1 - 1.5 * maturity);
        assertThat(1_250 * capital).isCloseTo(published, within(0.0151));
    }
}
