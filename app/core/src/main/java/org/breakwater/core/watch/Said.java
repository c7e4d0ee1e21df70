package org.breakwater.core.watch;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Amounts and times inside the sentences of alerts, as people read them.
final class Said {

    private static final int DECIMALS = 6;
    private static final int SHOWN = 2;
    private static final long LAST = 253_402_300_799L;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    private Said() {}

    /// `762,000.00 assets`, cut off after the second decimal.
    ///
    /// @param units 1e-6 of a settlement asset
    static String amount(BigInteger units) {
        var shown = new BigDecimal(units, DECIMALS).setScale(SHOWN, RoundingMode.DOWN);
        return String.format(Locale.ROOT, "%,.2f\u00A0assets", shown);
    }

    /// `2 Nov 2026, 14:57 UTC`; a time that no calendar has is written as it is.
    ///
    /// @param seconds since 1970
    static String time(long seconds) {
        return seconds < 0 || seconds > LAST ? seconds + " s" : TIME.format(Instant.ofEpochSecond(seconds));
    }
}
