package org.breakwater.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/// Hours of each day in which only the worst is told at once.
///
/// @param name by which targets choose it
/// @param from first minute
/// @param to the minute at which it is over; before `from` where midnight lies between, and never equal to it
public record QuietHours(String name, ZoneId zone, LocalTime from, LocalTime to) {

    /// By how much a night can be longer where clocks are put back.
    private static final Duration PUT_BACK = Duration.ofHours(1);

    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("quiet hours have an end");
        }
    }

    public boolean contains(Instant time) {
        return end(time).isPresent();
    }

    /// When the quiet is over that there is at a time; empty where there is none.
    public Optional<Instant> end(Instant time) {
        var today = time.atZone(zone).toLocalDate();
        for (var day : new LocalDate[] {today.minusDays(1), today}) {
            var end = ends(day);
            if (!time.isBefore(begins(day)) && time.isBefore(end)) {
                return Optional.of(end);
            }
        }
        return Optional.empty();
    }

    /// The longest that it lasts on any day.
    public Duration longest() {
        var length = Duration.between(from, to);
        return (length.isNegative() ? length.plusDays(1) : length).plus(PUT_BACK);
    }

    private Instant begins(LocalDate day) {
        return instant(day.atTime(from), true);
    }

    private Instant ends(LocalDate day) {
        return instant((to.isAfter(from) ? day : day.plusDays(1)).atTime(to), false);
    }

    /// A minute that a change of the clocks leaves out is the change itself; of one that comes twice the first counts
    /// as a beginning and the second as an end, so that a night is never broken in two.
    private Instant instant(LocalDateTime time, boolean isBeginning) {
        var change = zone.getRules().getTransition(time);
        if (change == null) {
            return time.atZone(zone).toInstant();
        }
        if (change.isGap()) {
            return change.getInstant();
        }
        return time.toInstant(isBeginning ? change.getOffsetBefore() : change.getOffsetAfter());
    }
}
