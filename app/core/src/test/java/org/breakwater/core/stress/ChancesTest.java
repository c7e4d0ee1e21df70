package org.breakwater.core.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChancesTest {

    private static String plain(String words) {
        return words.replace('\u00A0', ' ');
    }

    @Test
    void chancesAreWrittenWithTheDigitsThatSaySomething() {
        assertThat(plain(Chances.percent(0))).isEqualTo("0 %");
        assertThat(plain(Chances.percent(0.0041))).isEqualTo("0.41 %");
        assertThat(plain(Chances.percent(0.123))).isEqualTo("12.30 %");
        assertThat(plain(Chances.percent(0.000038))).isEqualTo("0.0038 %");
        assertThat(plain(Chances.percent(1e-9))).isEqualTo("under 0.00001 %");
        assertThat(plain(Chances.percent(1))).isEqualTo("100.00 %");
    }

    @Test
    void aRangeIsRoundedOutwards() {
        assertThat(plain(Chances.range(new Proportion(4_100, 1_000_000)))).isEqualTo("0.41 % (0.397 to 0.423)");
        assertThat(plain(Chances.range(new Proportion(0, 1_000_000)))).isEqualTo("0 % (0.00000 to 0.00039)");
    }

    @Test
    void aShiftIsWrittenWithItsGive() {
        var of = 1_000_000L;
        var shift = new Shift(new Proportion(4_100, of), new Proportion(6_300, of), 100, 2_300);
        assertThat(plain(Chances.shift(shift))).isEqualTo("0.41 % → 0.63 % (± 0.01)");
        var none = new Shift(new Proportion(4_100, of), new Proportion(4_100, of), 0, 0);
        assertThat(plain(Chances.shift(none))).isEqualTo("0.41 %, as before");
    }

    @Test
    void aChangeIsToldInASentence() throws StressException {
        var model = Portfolios.dependent(2, 0.02, new Dependence.Independent());
        var change = ChangeOfRisk.of(
                model,
                book(2_100_000, 500_000),
                book(1_500_000, 1_600_000),
                new StressSize(100_000, 4, 2),
                Portfolios.THREADS,
                StressWatch.NOBODY);
        assertThat(plain(change.sentence()))
                .startsWith("Probability of ruin within a year 0 % → 0.0")
                .contains("Probability that a claim is cut ", ", as before.")
                .endsWith(" Under their minimum capital at once: a pool.");
        assertThat(change.under()).containsExactly(new ChangeOfRisk.Short(1, "a pool", BigInteger.valueOf(100_000)));
    }

    /// Two covers of 1,000,000 each.
    private static Book book(long gross, long minimum) {
        var covers = Portfolios.covering(2).pools().getFirst().covers();
        var pool = new Book.Pool(
                1,
                "a pool",
                0,
                BigInteger.valueOf(gross),
                BigInteger.ZERO,
                BigInteger.valueOf(minimum),
                3_000,
                0,
                0,
                0.1,
                covers);
        return new Book(List.of(pool), new Book.Treasury(List.of(), BigInteger.ZERO));
    }
}
