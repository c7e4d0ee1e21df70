package org.breakwater.desktop.l10n;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.junit.jupiter.api.Test;

/// The no-break space of these texts is written as `_`.
class NumbersTest {

    @Test
    void anAmountHasTwoDecimalsAndItsUnit() {
        assertThat(Numbers.amountWithUnit(usdc(1_234_500_000), Rounding.HELD)).isEqualTo(text("1,234.50_USDC"));
    }

    @Test
    void whatIsHeldIsRoundedDownAndWhatIsDueUp() {
        assertThat(Numbers.amount(usdc(1_999_999), Rounding.HELD)).isEqualTo("1.99");
        assertThat(Numbers.amount(usdc(1_990_001), Rounding.DUE)).isEqualTo("2.00");
        assertThat(Numbers.wholeAmount(usdc(1_000_001), Rounding.DUE)).isEqualTo("2");
        assertThat(Numbers.amount(usdc(0), Rounding.DUE)).isEqualTo("0.00");
    }

    @Test
    void theExactAmountHasEveryDigit() {
        assertThat(Numbers.exact(usdc(1_234_500_001))).isEqualTo(text("1,234.500001_USDC"));
        assertThat(Numbers.exact(usdc(1_234_000_000))).isEqualTo(text("1,234.00_USDC"));
        assertThat(Numbers.exact(new TokenAmount(BigInteger.ONE, 18, "DAI")))
                .isEqualTo(text("0.000000000000000001_DAI"));
    }

    @Test
    void theLargestAmountOfATokenIsWrittenWhole() {
        var most = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);
        assertThat(Numbers.amount(new TokenAmount(most, 0, "X"), Rounding.HELD))
                .startsWith("115,792,089,237,316,195,423,570,985,008,687,907,853,269,984,665,640,564,039,457,")
                .endsWith(",935.00");
    }

    @Test
    void basisPointsArePercentWithTwoDecimals() {
        assertThat(Numbers.percent(BasisPoints.of(560))).isEqualTo(text("5.60_%"));
        assertThat(Numbers.points(BasisPoints.of(400))).isEqualTo(text("4.00_pp"));
    }

    @Test
    void aRatioIsNeverRoundedUpToItsLimit() {
        assertThat(Numbers.ratio(BasisPoints.of(10_300))).isEqualTo(text("103.0_%"));
        assertThat(Numbers.ratio(BasisPoints.of(9_999))).isEqualTo(text("99.9_%"));
    }

    @Test
    void aPriceHasFourDecimals() {
        assertThat(Numbers.price(new BigDecimal("0.98749"))).isEqualTo("0.9874");
    }

    @Test
    void blocksHaveCommas() {
        assertThat(Numbers.count(182_416)).isEqualTo("182,416");
        assertThat(Numbers.count(new BigInteger("4000000"))).isEqualTo("4,000,000");
    }

    @Test
    void minusIsTheSignForIt() {
        assertThat(Numbers.decimal(new BigDecimal("-9320"), 2, RoundingMode.UNNECESSARY))
                .isEqualTo("−9,320.00");
    }

    @Test
    void barsCountInMillions() {
        assertThat(Numbers.millions(new BigDecimal("4914600"), Rounding.HELD)).isEqualTo(text("4.91_M"));
        assertThat(Numbers.millions(new BigDecimal("3105900"), Rounding.DUE)).isEqualTo(text("3.11_M"));
    }

    private static TokenAmount usdc(long units) {
        return new TokenAmount(BigInteger.valueOf(units), 6, "USDC");
    }

    private static String text(String written) {
        return written.replace('_', '\u00A0');
    }
}
