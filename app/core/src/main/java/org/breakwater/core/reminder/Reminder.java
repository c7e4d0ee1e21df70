package org.breakwater.core.reminder;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One reason to tell of something that waits.
///
/// @param deadline that draws near; empty where it is the thing itself that is new
public record Reminder(Fact fact, Occasion occasion, Optional<Instant> deadline) {

    /// Why somebody is told, the most pressing first.
    public enum Occasion {
        /// Less than an hour is left.
        HOUR(Duration.ofHours(1)),
        /// Less than a day is left.
        DAY(Duration.ofDays(1)),
        /// It waits since a moment ago.
        NEW(Duration.ZERO);

        private final Duration left;

        Occasion(Duration left) {
            this.left = left;
        }
    }

    /// Something that waits.
    ///
    /// @param name the same for as long as it lasts
    /// @param deadline as it stands now; where it moves, its drawing near is another occasion
    public record Fact(String name, Optional<Instant> deadline) {}

    /// Every occasion that there is now to tell of something, the most pressing first.
    static List<Reminder> of(Fact fact, Instant now) {
        var occasions = new ArrayList<Reminder>();
        for (var occasion : Occasion.values()) {
            if (occasion == Occasion.NEW) {
                occasions.add(new Reminder(fact, occasion, Optional.empty()));
            } else if (fact.deadline().filter(end -> isNear(end, occasion, now)).isPresent()) {
                occasions.add(new Reminder(fact, occasion, fact.deadline()));
            }
        }
        return occasions;
    }

    private static boolean isNear(Instant end, Occasion occasion, Instant now) {
        return end.isAfter(now) && end.isBefore(now.plus(occasion.left));
    }

    /// By which it is kept that somebody was told.
    String mark() {
        return fact.name() + "/" + occasion.name().toLowerCase(Locale.ROOT)
                + deadline.map(end -> "/" + end.getEpochSecond()).orElse("");
    }
}
