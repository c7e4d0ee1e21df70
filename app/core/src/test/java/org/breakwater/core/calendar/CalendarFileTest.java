package org.breakwater.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.breakwater.core.calendar.ReadCalendar.Component;
import org.junit.jupiter.api.Test;

class CalendarFileTest {

    private static final Instant WRITTEN = Instant.parse("2026-11-21T14:02:07.9Z");
    private static final int FILES = 500;

    /// What a text may hold that a calendar writes another way, or that is longer in octets than in characters.
    private static final String HARD = "a,b;c\\d\n\r\t\"': ß€日本\u202E\u0000\u0007😀🧱 —";

    @Test
    void aFileHasItsTimesInUtcAndTwoAlarmsBeforeEach() {
        var event = new CalendarEvent(
                "case-3-vote-in-case@31337", Instant.parse("2027-01-02T03:04:05Z"), "Vote in case 3", "Claim 41");
        var calendar = ReadCalendar.of(new CalendarFile(WRITTEN, 182_416, List.of(event)).bytes());

        assertThat(calendar.name()).isEqualTo("VCALENDAR");
        assertThat(calendar.properties()).containsEntry("VERSION", "2.0").containsKey("PRODID");
        var read = calendar.inside().getFirst();
        assertThat(read.name()).isEqualTo("VEVENT");
        assertThat(read.properties())
                .containsEntry("UID", "case-3-vote-in-case@31337")
                .containsEntry("DTSTAMP", "20261121T140207Z")
                .containsEntry("DTSTART", "20270102T030405Z")
                .containsEntry("SEQUENCE", "182416");
        assertThat(read.inside().stream().map(alarm -> alarm.properties().get("TRIGGER")))
                .containsExactly("-P1D", "-PT1H");
        assertThat(read.inside())
                .allSatisfy(alarm -> assertThat(alarm.properties())
                        .containsEntry("ACTION", "DISPLAY")
                        .containsKey("DESCRIPTION"));
    }

    @Test
    void whateverTextsSayComesBackOutOfTheFileAsItWas() {
        var random = new Random(20_261_121);
        for (var file = 0; file < FILES; file++) {
            var events = random.ints(random.nextInt(4), 0, Integer.MAX_VALUE)
                    .mapToObj(number -> new CalendarEvent(
                            "fact-" + number + "@31337",
                            Instant.ofEpochSecond(random.nextLong(4_000_000_000L)),
                            text(random),
                            text(random)))
                    .toList();

            var read = ReadCalendar.of(new CalendarFile(WRITTEN, file, events).bytes());

            assertThat(read.inside().stream().map(one -> one.properties().get("UID")))
                    .isEqualTo(events.stream().map(CalendarEvent::uid).toList());
            assertThat(read.inside().stream().map(CalendarFileTest::texts))
                    .isEqualTo(events.stream()
                            .map(one -> allowed(one.title()) + "|" + allowed(one.description()))
                            .toList());
        }
    }

    @Test
    void theSameFactsAtTheSameTimeAreTheSameFile() {
        var event = new CalendarEvent("change-3-execute-change@31337", WRITTEN, "Execute change 3", "");

        assertThat(new CalendarFile(WRITTEN, 7, List.of(event)).text())
                .isEqualTo(new CalendarFile(WRITTEN, 7, List.of(event)).text());
    }

    @Test
    void aFactStandsOnceAndItsNameIsPlain() {
        var event = new CalendarEvent("one", WRITTEN, "One", "");

        assertThatIllegalArgumentException().isThrownBy(() -> new CalendarFile(WRITTEN, 0, List.of(event, event)));
        assertThatIllegalArgumentException().isThrownBy(() -> new CalendarEvent("a\r\nb", WRITTEN, "", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new CalendarEvent("", WRITTEN, "", ""));
    }

    private static String texts(Component event) {
        return event.text("SUMMARY") + "|" + event.text("DESCRIPTION");
    }

    private static String text(Random random) {
        var points = HARD.codePoints().toArray();
        return random.ints(random.nextInt(300), 0, points.length)
                .mapToObj(place -> Character.toString(points[place]))
                .collect(Collectors.joining());
    }

    /// A line break is one whatever it was written with, and what no text may hold is a space.
    private static String allowed(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replaceAll("[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F]", " ");
    }
}
