package org.breakwater.core.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Moments as a file that calendars read: RFC 5545, times in UTC, each with an alarm a day and an hour before.
///
/// @param written when it was made
/// @param revision grows with each file of the same facts, so that a calendar takes the newer date of one that moved
/// @param events each fact once
public record CalendarFile(Instant written, long revision, List<CalendarEvent> events) {

    /// What a name of such a file ends with.
    public static final String ENDING = ".ics";

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final List<String> ALARMS = List.of("-P1D", "-PT1H");

    public CalendarFile {
        events = List.copyOf(events);
        if (revision < 0 || revision > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a revision has 31 bits");
        }
        if (events.stream().map(CalendarEvent::uid).distinct().count() != events.size()) {
            throw new IllegalArgumentException("a fact stands in a file once");
        }
    }

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    public String text() {
        var file = new StringBuilder();
        ContentLine.append(file, "BEGIN", "VCALENDAR");
        ContentLine.append(file, "VERSION", "2.0");
        ContentLine.append(file, "PRODID", "-//Breakwater//Breakwater console//EN");
        ContentLine.append(file, "CALSCALE", "GREGORIAN");
        ContentLine.append(file, "METHOD", "PUBLISH");
        events.forEach(event -> append(file, event));
        ContentLine.append(file, "END", "VCALENDAR");
        return file.toString();
    }

    private void append(StringBuilder file, CalendarEvent event) {
        ContentLine.append(file, "BEGIN", "VEVENT");
        ContentLine.append(file, "UID", event.uid());
        ContentLine.append(file, "DTSTAMP", UTC.format(written));
        ContentLine.append(file, "SEQUENCE", Long.toString(revision));
        ContentLine.append(file, "DTSTART", UTC.format(event.at()));
        ContentLine.append(file, "SUMMARY", ContentLine.escaped(event.title()));
        ContentLine.append(file, "DESCRIPTION", ContentLine.escaped(event.description()));
        ContentLine.append(file, "TRANSP", "TRANSPARENT");
        for (var alarm : ALARMS) {
            ContentLine.append(file, "BEGIN", "VALARM");
            ContentLine.append(file, "ACTION", "DISPLAY");
            ContentLine.append(file, "TRIGGER", alarm);
            ContentLine.append(file, "DESCRIPTION", ContentLine.escaped(event.title()));
            ContentLine.append(file, "END", "VALARM");
        }
        ContentLine.append(file, "END", "VEVENT");
    }
}
