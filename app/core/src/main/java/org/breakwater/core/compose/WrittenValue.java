package org.breakwater.core.compose;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.breakwater.core.protocol.ParameterUnit;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.value.Quotation;

/// Values as people write them into a field, exactly: `52.00` percent, `72 h`, `25,000.00`. A digit that the unit has
/// no
/// place for is refused, not rounded.
public final class WrittenValue {

    private static final int TOKEN_DECIMALS = 18;
    private static final int PRICE_DECIMALS = 8;
    private static final int BASIS_POINT_DECIMALS = 2;

    /// Commas may stand between thousands.
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,3}(,\\d{3}){1,24}|\\d{1,76})(\\.\\d{1,30})?");

    private static final Pattern DURATION = Pattern.compile("(\\d{1,12})\\s*([a-z]*)");
    private static final Map<String, Long> SECONDS =
            Map.of("", 1L, "s", 1L, "min", 60L, "m", 60L, "h", 3_600L, "d", 86_400L);
    private static final List<String> LARGEST_FIRST = List.of("d", "h", "min", "s");

    private WrittenValue() {}

    /// Reads a value.
    ///
    /// @throws IllegalArgumentException for any other text; the message is a sentence
    public static BigInteger read(ParameterUnit unit, String text) {
        return unit == ParameterUnit.SECONDS ? seconds(text.strip()) : amount(text, decimals(unit));
    }

    /// Reads a number of whole tokens.
    ///
    /// @throws IllegalArgumentException for any other text; the message is a sentence
    public static BigInteger amount(String text, int decimals) {
        var stripped = text.strip();
        if (!NUMBER.matcher(stripped).matches()) {
            throw new IllegalArgumentException(Quotation.of(stripped) + " is no number such as 1,234.50.");
        }
        try {
            return new BigDecimal(stripped.replace(",", ""))
                    .movePointRight(decimals)
                    .toBigIntegerExact();
        } catch (ArithmeticException tooFine) {
            throw new IllegalArgumentException(
                    decimals == 0 ? "It is a whole number." : "It has at most " + decimals + " decimals.", tooFine);
        }
    }

    private static BigInteger seconds(String text) {
        var matcher = DURATION.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches() || !SECONDS.containsKey(matcher.group(2))) {
            throw new IllegalArgumentException(Quotation.of(text) + " is no time such as 7 d, 24 h, 90 min or 30 s.");
        }
        return new BigInteger(matcher.group(1))
                .multiply(BigInteger.valueOf(SECONDS.getOrDefault(matcher.group(2), 1L)));
    }

    /// The text that is read as a value: `52.00`, `72 h`.
    public static String write(ParameterUnit unit, BigInteger value) {
        if (unit == ParameterUnit.SECONDS) {
            return duration(value);
        }
        var whole = new BigDecimal(value, decimals(unit));
        var least = unit == ParameterUnit.BPS ? BASIS_POINT_DECIMALS : 0;
        var stripped = whole.stripTrailingZeros();
        return whole.setScale(Math.max(least, stripped.scale())).toPlainString();
    }

    private static String duration(BigInteger seconds) {
        for (var unit : LARGEST_FIRST) {
            var parts = seconds.divideAndRemainder(BigInteger.valueOf(SECONDS.getOrDefault(unit, 1L)));
            if (parts[1].signum() == 0 && parts[0].signum() != 0) {
                return parts[0] + " " + unit;
            }
        }
        return "0 s";
    }

    /// What stands behind a value of the unit in a field; empty where the value says it itself.
    public static String sign(ParameterUnit unit) {
        return switch (unit) {
            case BPS -> "%";
            case ASSET -> SettlementAsset.SYMBOL;
            case TOKEN -> "votes";
            case PRICE8, USD -> "USD";
            case SECONDS, COUNT, NONE -> "";
        };
    }

    /// With its sign: `52.00 %`.
    public static String words(ParameterUnit unit, BigInteger value) {
        var sign = sign(unit);
        return write(unit, value) + (sign.isEmpty() ? "" : "\u00A0" + sign);
    }

    private static int decimals(ParameterUnit unit) {
        return switch (unit) {
            case BPS -> BASIS_POINT_DECIMALS;
            case ASSET -> SettlementAsset.DECIMALS;
            case TOKEN -> TOKEN_DECIMALS;
            case PRICE8 -> PRICE_DECIMALS;
            case SECONDS, COUNT, NONE, USD -> 0;
        };
    }
}
