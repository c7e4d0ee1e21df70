package org.breakwater.desktop.l10n;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.breakwater.desktop.theme.Appearance;

/// Writes instants and durations. An instant stands in UTC, with local time beside it where a person wants it and it
/// is another.
///
/// @param local the zone of local time
/// @param shown whether local time is written at all
public record Times(ZoneId local, Appearance.Times shown) {

    private static final DateTimeFormatter DATE_AND_TIME = format("d MMM uuuu, HH:mm");
    private static final DateTimeFormatter DATE = format("d MMM uuuu");
    private static final DateTimeFormatter SHORT = format("d MMM HH:mm");
    private static final DateTimeFormatter TIME = format("HH:mm");

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    /// `21 Nov 2026, 14:02 UTC (15:02 local)`; the local day is named where it is another one.
    public String full(Instant instant) {
        var utc = instant.atZone(ZoneOffset.UTC);
        var text = DATE_AND_TIME.format(utc) + " UTC";
        var here = instant.atZone(local);
        if (shown == Appearance.Times.UTC_ONLY || here.getOffset().equals(ZoneOffset.UTC)) {
            return text;
        }
        var sameDay = here.toLocalDate().equals(utc.toLocalDate());
        return text + " (" + (sameDay ? TIME : SHORT).format(here) + " local)";
    }

    /// `21 Nov 2026`, in UTC.
    public static String date(Instant instant) {
        return DATE.format(instant.atOffset(ZoneOffset.UTC));
    }

    /// `21 Nov 14:02`, in UTC.
    public static String dateAndTime(Instant instant) {
        return SHORT.format(instant.atOffset(ZoneOffset.UTC));
    }

    /// `14:02 UTC`.
    public static String time(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC)) + " UTC";
    }

    /// The two largest units at most, the rest cut off: `2 d 19 h`, `19 h 12 m`, `41 min`, `4 s`.
    public static String duration(Duration duration) {
        var length = duration.isNegative() ? Duration.ZERO : duration;
        if (length.toDays() > 0) {
            return pair(length.toDays(), "d", length.toHoursPart(), "h");
        }
        if (length.toHours() > 0) {
            return pair(length.toHours(), "h", length.toMinutesPart(), "m");
        }
        return length.toMinutes() > 0 ? length.toMinutes() + unit("min") : length.toSeconds() + unit("s");
    }

    private static String pair(long large, String largeUnit, int small, String smallUnit) {
        return large + unit(largeUnit) + (small == 0 ? "" : Numbers.NO_BREAK + "" + small + unit(smallUnit));
    }

    private static String unit(String unit) {
        return Numbers.NO_BREAK + unit;
    }
}
