package org.breakwater.core.alert;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// Numbers inside sentences, with a no-break space before the unit.
final class Phrase {

    private static final char NO_BREAK = '\u00A0';
    private static final long MINUTE = 60;
    private static final long HOUR = 3_600;
    private static final long DAY = 86_400;
    private static final int PRICE_DECIMALS = 8;

    private Phrase() {}

    /// `103.0 %`, never rounded up to a limit.
    static String ratio(long bps) {
        return BigDecimal.valueOf(bps, 2).setScale(1, RoundingMode.DOWN).toPlainString() + NO_BREAK + "%";
    }

    /// `0.9946`.
    static String price(BigInteger price8) {
        return new BigDecimal(price8, PRICE_DECIMALS)
                .setScale(4, RoundingMode.DOWN)
                .toPlainString();
    }

    /// The two largest units at most, the rest cut off.
    static String duration(long seconds) {
        if (seconds >= DAY) {
            return pair(seconds / DAY, "d", seconds % DAY / HOUR, "h");
        }
        if (seconds >= HOUR) {
            return pair(seconds / HOUR, "h", seconds % HOUR / MINUTE, "m");
        }
        return seconds >= MINUTE ? seconds / MINUTE + "" + NO_BREAK + "min" : seconds + "" + NO_BREAK + "s";
    }

    private static String pair(long large, String largeUnit, long small, String smallUnit) {
        return large + "" + NO_BREAK + largeUnit + (small == 0 ? "" : NO_BREAK + "" + small + NO_BREAK + smallUnit);
    }
}
