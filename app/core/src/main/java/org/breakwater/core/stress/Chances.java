package org.breakwater.core.stress;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// How chances are written.
public final class Chances {

    private static final char NO_BREAK = '\u00A0';
    private static final int DIGITS = 2;
    private static final int MOST_PLACES = 5;

    private Chances() {}

    /// As a percentage: `0.41 %`, `0.0038 %`, `12.30 %`. What is smaller than can be said is so: `under 0.00001 %`.
    public static String percent(double chance) {
        if (chance == 0) {
            return "0" + NO_BREAK + "%";
        }
        var exact = BigDecimal.valueOf(chance).movePointRight(2);
        var least = BigDecimal.ONE.movePointLeft(MOST_PLACES);
        return exact.compareTo(least) < 0
                ? "under " + least.toPlainString() + NO_BREAK + "%"
                : exact.setScale(places(exact), RoundingMode.HALF_UP).toPlainString() + NO_BREAK + "%";
    }

    /// Two digits that say something, and never fewer than two places.
    private static int places(BigDecimal percent) {
        var leading = percent.scale() - percent.precision();
        return Math.clamp((long) leading + DIGITS, DIGITS, MOST_PLACES);
    }

    /// With what chance leaves open: `0.41 % (0.40 to 0.42)`.
    public static String range(Proportion seen) {
        var places = places(BigDecimal.valueOf(Math.max(seen.high(), 1e-7)).movePointRight(2)) + 1;
        return percent(seen.value()) + " (" + number(seen.low(), places, RoundingMode.FLOOR) + " to "
                + number(seen.high(), places, RoundingMode.CEILING) + ")";
    }

    private static String number(double chance, int places, RoundingMode rounding) {
        return BigDecimal.valueOf(chance)
                .movePointRight(2)
                .setScale(places, rounding)
                .toPlainString();
    }

    /// Before and after: `0.41 % → 0.63 % (± 0.02)`, or that nothing moves.
    public static String shift(Shift shift) {
        if (shift.onlyBefore() == 0 && shift.onlyAfter() == 0) {
            return percent(shift.before().value()) + ", as before";
        }
        var give = BigDecimal.valueOf(Math.max(shift.give(), 1e-7)).movePointRight(2);
        return percent(shift.before().value()) + " → " + percent(shift.after().value()) + " (±" + NO_BREAK
                + give.setScale(Math.max(DIGITS, places(give)), RoundingMode.CEILING)
                        .toPlainString() + ")";
    }
}
