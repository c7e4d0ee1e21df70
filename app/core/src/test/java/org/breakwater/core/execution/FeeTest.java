package org.breakwater.core.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.breakwater.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeTest {

    private static final BigInteger GWEI = BigInteger.valueOf(1_000_000_000L);
    private static final BigInteger MOST = GWEI.multiply(BigInteger.valueOf(500));

    @ParameterizedTest
    @CsvSource({"0, 0, 1, 1", "1, 1, 2, 2", "9, 0, 10, 1", "10, 5, 11, 6", "100, 10, 110, 11", "101, 11, 112, 13"})
    void aFeeRisesByATenthAtLeastAndByOneWeiAlways(long most, long tip, long risenMost, long risenTip) {
        assertThat(fee(most, tip).risen()).isEqualTo(fee(risenMost, risenTip));
    }

    @Test
    void whatReplacesAFeeIsAtLeastATenthAboveInBothParts() {
        var random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            var tip = random.nextLong(1_000_000_000_000L);
            var fee = fee(tip + random.nextLong(1_000_000_000_000L), tip);
            var risen = fee.risen();

            assertThat(risen.replaces(fee)).isTrue();
            assertThat(risen.most().multiply(BigInteger.TEN))
                    .isGreaterThanOrEqualTo(fee.most().multiply(BigInteger.valueOf(11)));
            assertThat(risen.tip().multiply(BigInteger.TEN))
                    .isGreaterThanOrEqualTo(fee.tip().multiply(BigInteger.valueOf(11)));
            assertThat(new Fee(risen.most(), fee.tip()).replaces(fee)).isFalse();
            assertThat(fee.replaces(fee)).isFalse();
        }
    }

    @Test
    void aTipIsPartOfTheWhole() {
        assertThatThrownBy(() -> fee(1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFasterOfferTakesAHigherTipAndOutlastsMoreFullBlocks() throws ProblemException {
        var history = new FeeHistory(
                GWEI.multiply(BigInteger.valueOf(8)), List.of(tips(1, 2, 3), tips(10, 20, 30), tips(100, 200, 300)));

        var offers = history.offers(MOST);

        assertThat(offers)
                .containsEntry(
                        Speed.SLOW, new Fee(BigInteger.valueOf(11_390_625_000L).add(gwei(10)), gwei(10)))
                .containsEntry(
                        Speed.NORMAL,
                        new Fee(BigInteger.valueOf(16_218_292_237L).add(gwei(20)), gwei(20)))
                .containsEntry(
                        Speed.FAST, new Fee(BigInteger.valueOf(25_978_568_207L).add(gwei(30)), gwei(30)));
    }

    @Test
    void emptyBlocksAreOfferedALittle() throws ProblemException {
        var offers = new FeeHistory(GWEI, List.of()).offers(MOST);

        assertThat(offers.values()).allSatisfy(fee -> assertThat(fee.tip()).isPositive());
    }

    @Test
    void noOfferIsAboveThePolicyWhateverTheNodeSays() throws ProblemException {
        var greedy = new FeeHistory(GWEI, List.of(tips(1, 1_000_000, 1_000_000_000)));

        assertThat(greedy.offers(MOST).values()).allSatisfy(fee -> {
            assertThat(fee.most()).isLessThanOrEqualTo(MOST);
            assertThat(fee.tip()).isLessThanOrEqualTo(fee.most());
        });
        assertThatThrownBy(() -> new FeeHistory(MOST, List.of()).offers(MOST))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the policy allows " + MOST);
    }

    private static Map<Speed, BigInteger> tips(long slow, long normal, long fast) {
        return Map.of(Speed.SLOW, gwei(slow), Speed.NORMAL, gwei(normal), Speed.FAST, gwei(fast));
    }

    private static BigInteger gwei(long count) {
        return GWEI.multiply(BigInteger.valueOf(count));
    }

    private static Fee fee(long most, long tip) {
        return new Fee(BigInteger.valueOf(most), BigInteger.valueOf(tip));
    }
}
