package org.breakwater.desktop.l10n;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.TokenAmount;

/// Writes numbers: a comma between thousands, a point before decimals, U+2212 for minus, a no-break space before a
/// unit.
/// What is written is rounded; {@link #exact} has every digit.
public final class Numbers {

    /// What stands where a value is missing. Never 0.
    public static final String MISSING = "—";

    public static final char NO_BREAK = '\u00A0';
    private static final char MINUS = '\u2212';
    private static final int AMOUNT_PLACES = 2;
    private static final int UNIT_PLACES = 6;
    private static final int PRICE_PLACES = 4;
    private static final int BASIS_POINT_PLACES = 2;
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private Numbers() {}

    /// Which way an amount is rounded when digits are left out: never in favour of the one who shows it.
    public enum Rounding {
        /// What is held: down.
        HELD(RoundingMode.DOWN),
        /// What is due: up.
        DUE(RoundingMode.UP);

        private final RoundingMode mode;

        Rounding(RoundingMode mode) {
            this.mode = mode;
        }
    }

    /// `1,234.50`, without its unit.
    public static String amount(TokenAmount amount, Rounding rounding) {
        return decimal(amount.whole(), AMOUNT_PLACES, rounding.mode);
    }

    /// `1,234.50 USDC`.
    public static String amountWithUnit(TokenAmount amount, Rounding rounding) {
        return amount(amount, rounding) + NO_BREAK + amount.symbol();
    }

    /// `1,234`, for columns that have no room for hundredths.
    public static String wholeAmount(TokenAmount amount, Rounding rounding) {
        return decimal(amount.whole(), 0, rounding.mode);
    }

    /// Every digit that is not a trailing zero, at least two: `1,234.500001 USDC`.
    public static String exact(TokenAmount amount) {
        var whole = amount.whole().stripTrailingZeros();
        return decimal(whole, Math.max(AMOUNT_PLACES, whole.scale()), RoundingMode.UNNECESSARY)
                + NO_BREAK
                + amount.symbol();
    }

    /// Units of any token, without its name: at least two digits behind the point and at most six, rounded down.
    public static String units(BigInteger units, int decimals) {
        var whole = new BigDecimal(units, decimals);
        var places = Math.clamp(whole.stripTrailingZeros().scale(), decimals == 0 ? 0 : AMOUNT_PLACES, UNIT_PLACES);
        return decimal(whole, places, RoundingMode.DOWN);
    }

    /// `4.91 M`; only for the labels of bars and axes.
    public static String millions(BigDecimal whole, Rounding rounding) {
        return decimal(whole.divide(MILLION), AMOUNT_PLACES, rounding.mode) + NO_BREAK + "M";
    }

    /// A price, of a share or an asset: `0.9874`.
    public static String price(BigDecimal price) {
        return decimal(price, PRICE_PLACES, RoundingMode.DOWN);
    }

    /// A ratio as it is compared with a limit: `103.0 %`, never rounded up to it.
    public static String ratio(BasisPoints ratio) {
        return decimal(hundredths(ratio), 1, RoundingMode.DOWN) + NO_BREAK + "%";
    }

    /// A parameter or rate to its last basis point: `5.60 %`.
    public static String percent(BasisPoints value) {
        return decimal(hundredths(value), BASIS_POINT_PLACES, RoundingMode.UNNECESSARY) + NO_BREAK + "%";
    }

    /// A difference between two percentages: `4.00 pp`.
    public static String points(BasisPoints difference) {
        return decimal(hundredths(difference), BASIS_POINT_PLACES, RoundingMode.UNNECESSARY) + NO_BREAK + "pp";
    }

    /// `182,416`: a block, a nonce, a number of things.
    public static String count(long count) {
        return decimal(BigDecimal.valueOf(count), 0, RoundingMode.UNNECESSARY);
    }

    /// `2,412,000`.
    public static String count(BigInteger count) {
        return decimal(new BigDecimal(count), 0, RoundingMode.UNNECESSARY);
    }

    /// A number with a fixed number of decimals.
    ///
    /// @throws ArithmeticException if `rounding` is `UNNECESSARY` and digits would be lost
    public static String decimal(BigDecimal number, int places, RoundingMode rounding) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setMinusSign(MINUS);
        var format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        return format.format(number.setScale(places, rounding));
    }

    private static BigDecimal hundredths(BasisPoints value) {
        return new BigDecimal(value.value(), 2);
    }
}
