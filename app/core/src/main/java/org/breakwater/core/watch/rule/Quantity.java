package org.breakwater.core.watch.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.breakwater.core.risk.MetricKind.Unit;

/// Figures as people write them, each with its unit: `110 %`, `250000 assets`, `45 minutes`.
public final class Quantity {

    private static final int ASSET_DECIMALS = 6;
    private static final int BPS_DECIMALS = 2;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(?:\\.[0-9]{1,6})?");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");

    private Quantity() {}

    /// @return empty where the text is no figure of that unit
    public static Optional<BigInteger> read(String text, Unit unit) {
        return switch (unit) {
            case ASSETS -> scaled(before(text, "assets"), ASSET_DECIMALS);
            case BASIS_POINTS -> scaled(before(text, "%"), BPS_DECIMALS).filter(bps -> bps.signum() >= 0);
            case SECONDS -> duration(text).map(Duration::toSeconds).map(BigInteger::valueOf);
            case DAYS ->
                duration(text)
                        .filter(time -> time.toSeconds() % 86_400 == 0)
                        .map(time -> BigInteger.valueOf(time.toDays()));
            case INDEX -> before(text, "points").filter(Quantity::isCount).map(BigInteger::new);
            case COUNT -> Optional.of(text).filter(Quantity::isCount).map(BigInteger::new);
        };
    }

    /// A figure of that unit, as an example.
    public static String example(Unit unit) {
        return switch (unit) {
            case ASSETS -> "250000 assets";
            case BASIS_POINTS -> "110 %";
            case SECONDS -> "45 minutes";
            case DAYS -> "90 days";
            case INDEX -> "2500 points";
            case COUNT -> "3";
        };
    }

    /// As it is read again.
    public static String write(BigInteger value, Unit unit) {
        return switch (unit) {
            case ASSETS -> plain(value, ASSET_DECIMALS) + " assets";
            case BASIS_POINTS -> plain(value, BPS_DECIMALS) + " %";
            case SECONDS ->
                value.bitLength() < Long.SIZE ? write(Duration.ofSeconds(value.longValueExact())) : value + " seconds";
            case DAYS -> value + (value.equals(BigInteger.ONE) ? " day" : " days");
            case INDEX -> value + " points";
            case COUNT -> value.toString();
        };
    }

    /// In the largest unit that leaves nothing over.
    public static String write(Duration time) {
        var seconds = time.toSeconds();
        if (seconds != 0 && seconds % 86_400 == 0) {
            return counted(seconds / 86_400, "day");
        }
        if (seconds != 0 && seconds % 3_600 == 0) {
            return counted(seconds / 3_600, "hour");
        }
        return seconds != 0 && seconds % 60 == 0 ? counted(seconds / 60, "minute") : counted(seconds, "second");
    }

    private static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }

    /// `30 seconds`, `10 minutes`, `1 hour`, `7 days`; above nothing.
    public static Optional<Duration> duration(String text) {
        return unit(text, "second", 1)
                .or(() -> unit(text, "minute", 60))
                .or(() -> unit(text, "hour", 3_600))
                .or(() -> unit(text, "day", 86_400))
                .filter(time -> !time.isZero());
    }

    private static Optional<Duration> unit(String text, String unit, long seconds) {
        return before(text, unit + "s")
                .or(() -> before(text, unit))
                .filter(Quantity::isCount)
                .map(count -> Duration.ofSeconds(Math.multiplyExact(Long.parseLong(count), seconds)));
    }

    private static Optional<String> before(String text, String unit) {
        var end = " " + unit;
        return text.endsWith(end) ? Optional.of(text.substring(0, text.length() - end.length())) : Optional.empty();
    }

    private static boolean isCount(String text) {
        return COUNT.matcher(text).matches();
    }

    private static Optional<BigInteger> scaled(Optional<String> number, int decimals) {
        return number.filter(text -> NUMBER.matcher(text).matches())
                .map(BigDecimal::new)
                .filter(value -> value.scale() <= decimals)
                .map(value -> value.movePointRight(decimals).toBigIntegerExact());
    }

    private static String plain(BigInteger value, int decimals) {
        return new BigDecimal(value, decimals).stripTrailingZeros().toPlainString();
    }
}
