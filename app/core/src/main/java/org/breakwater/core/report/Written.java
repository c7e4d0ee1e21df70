package org.breakwater.core.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.breakwater.core.protocol.SettlementAsset;

/// How a report writes numbers and times: a comma between thousands, a no-break space before a unit, times in UTC.
final class Written {

    static final String MISSING = "—";
    static final char NO_BREAK = '\u00A0';

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_TIME = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private Written() {}

    /// `1,234.50`, rounded down; below 0 away from it.
    static String amount(BigInteger units) {
        return decimal(new BigDecimal(units, SettlementAsset.DECIMALS), 2, RoundingMode.FLOOR);
    }

    /// `1,234.50`, rounded up.
    static String due(BigInteger units) {
        return decimal(new BigDecimal(units, SettlementAsset.DECIMALS), 2, RoundingMode.CEILING);
    }

    /// `1,234`, rounded up.
    static String whole(BigInteger units) {
        return decimal(new BigDecimal(units, SettlementAsset.DECIMALS), 0, RoundingMode.CEILING);
    }

    /// `1.0374`.
    static String price(BigInteger units) {
        return decimal(new BigDecimal(units, SettlementAsset.DECIMALS), 4, RoundingMode.DOWN);
    }

    /// `103.0 %`.
    static String ratio(BigInteger bps) {
        return decimal(new BigDecimal(bps, 2), 1, RoundingMode.DOWN) + NO_BREAK + "%";
    }

    /// `4.91 M`.
    static String millions(BigDecimal whole) {
        return decimal(whole.divide(MILLION), 2, RoundingMode.DOWN) + NO_BREAK + "M";
    }

    /// `182,416`.
    static String count(long number) {
        return decimal(BigDecimal.valueOf(number), 0, RoundingMode.UNNECESSARY);
    }

    static String decimal(BigDecimal number, int places, RoundingMode rounding) {
        var rounded = number.setScale(places, rounding);
        var written = String.format(Locale.ROOT, "%,." + places + "f", rounded.abs());
        return rounded.signum() < 0 ? '\u2212' + written : written;
    }

    static BigDecimal whole(BigInteger units, int decimals) {
        return new BigDecimal(units, decimals);
    }

    static String month(YearMonth month) {
        return MONTH.format(month);
    }

    static String shortMonth(YearMonth month) {
        return SHORT_MONTH.format(month);
    }

    static String day(Instant time) {
        return DAY.format(time.atOffset(ZoneOffset.UTC));
    }

    /// `31 Oct, 23:23`, where the year and UTC are said elsewhere.
    static String shortTime(Instant time) {
        return SHORT_TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    static String time(Instant time) {
        return TIME.format(time.atOffset(ZoneOffset.UTC));
    }
}
