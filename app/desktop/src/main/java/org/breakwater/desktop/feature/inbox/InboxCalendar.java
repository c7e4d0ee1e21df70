package org.breakwater.desktop.feature.inbox;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.breakwater.core.calendar.CalendarEvent;
import org.breakwater.core.calendar.CalendarFile;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.value.BlockRef;
import org.breakwater.desktop.navigation.PlaceText;

/// The dates of what waits, for a calendar.
///
/// @param deployment on which the same fact is the same wherever it is exported
record InboxCalendar(Deployment deployment) {

    private static final String DIRECTORY = "Directory";
    private static final int MOST_NAME = 48;

    /// @param block as of which the rows are
    /// @param now when it is written
    CalendarFile of(List<InboxRow> rows, BlockRef block, Instant now) {
        return new CalendarFile(
                now,
                Math.min(block.number(), Integer.MAX_VALUE),
                rows.stream().flatMap(this::event).toList());
    }

    /// What the file of one row is called.
    static String name(InboxRow row) {
        return "breakwater-"
                + row.fact().substring(0, Math.min(MOST_NAME, row.fact().length())) + CalendarFile.ENDING;
    }

    private Stream<CalendarEvent> event(InboxRow row) {
        return row.when().moment().stream()
                .map(moment -> new CalendarEvent(
                        uid(row), moment, shortened(lead(row) + row.sentence()), shortened(description(row))));
    }

    private String uid(InboxRow row) {
        return row.fact() + (row.deadline().isPresent() ? "" : "-from") + "@" + deployment.chain() + "."
                + deployment.address(DIRECTORY) + ".breakwater";
    }

    private static String lead(InboxRow row) {
        return row.deadline().isPresent() ? "Ends: " : "From now on: ";
    }

    private static String description(InboxRow row) {
        return row.detail() + "\n" + PlaceText.print(row.opens());
    }

    private static String shortened(String text) {
        return text.length() <= CalendarEvent.MOST_TEXT ? text : text.substring(0, CalendarEvent.MOST_TEXT);
    }
}
