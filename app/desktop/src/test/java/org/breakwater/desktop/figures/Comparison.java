package org.breakwater.desktop.figures;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.breakwater.desktop.figures.Figure.Written;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;

/// Whether what is drawn says what the chain answers.
final class Comparison {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private Comparison() {}

    static boolean agrees(Written written, String drawn, String answer) {
        return switch (written) {
            case USDC, SHAREPRICE -> number(drawn, scaled(answer, 6));
            case COVER -> number(drawn, scaled(answer, 18));
            case PERCENT -> number(drawn, scaled(answer, 2));
            case COUNT -> number(drawn, new BigDecimal(answer));
            case DATE -> drawn.contains(Times.date(time(answer)));
            case DATETIME -> isMinute(drawn, time(answer));
            case TEXT -> plain(drawn).contains(plain(answer));
        };
    }

    private static BigDecimal scaled(String answer, int places) {
        return new BigDecimal(new BigInteger(answer), places);
    }

    private static Instant time(String answer) {
        return Instant.ofEpochSecond(Long.parseLong(answer));
    }

    private static boolean isMinute(String drawn, Instant time) {
        return Stream.of(Times.dateAndTime(time), Times.date(time) + ", " + Times.time(time))
                .anyMatch(drawn::contains);
    }

    private static String plain(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    /// A number may be drawn with fewer places, rounded either way; nothing may be drawn for another number.
    private static boolean number(String drawn, BigDecimal exact) {
        if (drawn.startsWith(Numbers.MISSING)) {
            return false;
        }
        var digits = drawn.replaceAll("[^0-9.\u2212]", "").replace('\u2212', '-');
        if (digits.isEmpty() || digits.chars().filter(c -> c == '.').count() > 1) {
            return false;
        }
        var shown = new BigDecimal(digits);
        var value = drawn.matches(".*\\d\u00a0?M\\b.*") ? exact.divide(MILLION) : exact;
        return Stream.of(RoundingMode.DOWN, RoundingMode.UP)
                .anyMatch(rounding ->
                        value.setScale(Math.max(0, shown.scale()), rounding).compareTo(shown) == 0);
    }
}
