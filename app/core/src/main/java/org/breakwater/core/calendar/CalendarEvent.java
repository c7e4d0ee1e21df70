package org.breakwater.core.calendar;

import java.time.Instant;

/// A moment that stands in a calendar.
///
/// @param uid the same whenever the same fact is exported, and of no other fact anywhere; ASCII
/// @param at the moment; a calendar knows no part of a second
/// @param title one line
/// @param description any lines
public record CalendarEvent(String uid, Instant at, String title, String description) {

    /// How long an identifier may be, in characters.
    public static final int MOST_UID = 255;

    /// How long a text may be, in characters.
    public static final int MOST_TEXT = 4_000;

    public CalendarEvent {
        if (uid.isEmpty() || uid.length() > MOST_UID || !uid.chars().allMatch(one -> one > ' ' && one < 0x7f)) {
            throw new IllegalArgumentException("a UID has 1 to " + MOST_UID + " printable ASCII characters");
        }
        if (title.length() > MOST_TEXT || description.length() > MOST_TEXT) {
            throw new IllegalArgumentException("a text has at most " + MOST_TEXT + " characters");
        }
    }
}
