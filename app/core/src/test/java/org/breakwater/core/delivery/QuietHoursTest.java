package org.breakwater.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static QuietHours hours(String from, String to) {
        return new QuietHours("night", BERLIN, LocalTime.parse(from), LocalTime.parse(to));
    }

    @ParameterizedTest
    @CsvSource({
        // Winter: an hour before UTC.
        "2026-01-10T20:59:59Z, false",
        "2026-01-10T21:00:00Z, true",
        "2026-01-10T23:30:00Z, true",
        "2026-01-11T05:59:59Z, true",
        "2026-01-11T06:00:00Z, false",
        // Summer: two hours.
        "2026-07-10T19:59:59Z, false",
        "2026-07-10T20:00:00Z, true",
        "2026-07-11T04:59:59Z, true",
        "2026-07-11T05:00:00Z, false",
    })
    void aNightLastsOverMidnight(Instant time, boolean isQuiet) {
        assertThat(hours("22:00", "07:00").contains(time)).isEqualTo(isQuiet);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-10T11:00:00Z, true", "2026-01-10T12:00:00Z, false", "2026-01-10T10:59:59Z, false"})
    void anHourAtNoonLastsWithinADay(Instant time, boolean isQuiet) {
        assertThat(hours("12:00", "13:00").contains(time)).isEqualTo(isQuiet);
    }

    @Test
    void theNightInWhichClocksArePutForwardIsShorterByAnHour() {
        // On 29 March 2026 two o'clock is three.
        assertThat(hours("22:00", "07:00").end(Instant.parse("2026-03-28T22:00:00Z")))
                .contains(Instant.parse("2026-03-29T05:00:00Z"));
    }

    @Test
    void quietThatWouldEndInTheHourThatIsLeftOutEndsWithIt() {
        assertThat(hours("22:00", "02:30").end(Instant.parse("2026-03-28T22:00:00Z")))
                .contains(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(hours("02:30", "07:00").contains(Instant.parse("2026-03-29T00:59:59Z")))
                .isFalse();
        assertThat(hours("02:30", "07:00").contains(Instant.parse("2026-03-29T01:00:00Z")))
                .isTrue();
    }

    @Test
    void anHourThatComesTwiceDoesNotBreakTheNightInTwo() {
        // On 25 October 2026 three o'clock is two again.
        var night = hours("22:00", "02:30");
        for (var time = Instant.parse("2026-10-24T20:00:00Z");
                time.isBefore(Instant.parse("2026-10-25T01:30:00Z"));
                time = time.plusSeconds(60)) {
            assertThat(night.end(time)).as(time.toString()).contains(Instant.parse("2026-10-25T01:30:00Z"));
        }
        assertThat(night.contains(Instant.parse("2026-10-25T01:30:00Z"))).isFalse();
        assertThat(night.longest()).isEqualTo(Duration.ofMinutes(330));
    }

    @Test
    void hoursThatEndWhenTheyBeginAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> hours("07:00", "07:00"));
    }
}
