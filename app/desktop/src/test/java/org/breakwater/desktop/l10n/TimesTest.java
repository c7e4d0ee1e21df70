package org.breakwater.desktop.l10n;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.breakwater.desktop.theme.Appearance;
import org.junit.jupiter.api.Test;

/// The no-break space of these texts is written as `_`.
class TimesTest {

    private static final Instant AFTERNOON = Instant.parse("2026-11-21T14:02:31Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-21T23:30:00Z");
    private static final Times BERLIN = new Times(ZoneId.of("Europe/Berlin"), Appearance.Times.UTC_AND_LOCAL);

    @Test
    void localTimeStandsBesideUtc() {
        assertThat(BERLIN.full(AFTERNOON)).isEqualTo("21 Nov 2026, 14:02 UTC (15:02 local)");
    }

    @Test
    void theLocalDayIsNamedWhereItIsAnother() {
        assertThat(BERLIN.full(MIDNIGHT)).isEqualTo("21 Nov 2026, 23:30 UTC (22 Nov 00:30 local)");
    }

    @Test
    void localTimeCanBeLeftOut() {
        var utc = new Times(BERLIN.local(), Appearance.Times.UTC_ONLY);
        assertThat(utc.full(AFTERNOON)).isEqualTo("21 Nov 2026, 14:02 UTC");
    }

    @Test
    void whereLocalTimeIsUtcItIsNotRepeated() {
        assertThat(new Times(ZoneId.of("UTC"), Appearance.Times.UTC_AND_LOCAL).full(AFTERNOON))
                .isEqualTo("21 Nov 2026, 14:02 UTC");
    }

    @Test
    void shorterFormsAreUtc() {
        assertThat(Times.date(MIDNIGHT)).isEqualTo("21 Nov 2026");
        assertThat(Times.dateAndTime(AFTERNOON)).isEqualTo("21 Nov 14:02");
        assertThat(Times.time(AFTERNOON)).isEqualTo("14:02 UTC");
    }

    @Test
    void aDurationHasTwoUnitsAtMost() {
        assertThat(written("P2DT19H59M")).isEqualTo("2_d_19_h");
        assertThat(written("PT48H")).isEqualTo("2_d");
        assertThat(written("PT19H12M59S")).isEqualTo("19_h_12_m");
        assertThat(written("PT41M59S")).isEqualTo("41_min");
        assertThat(written("PT4S")).isEqualTo("4_s");
    }

    @Test
    void aClockThatRunsBackMakesNoNegativeAge() {
        assertThat(written("PT-3S")).isEqualTo("0_s");
    }

    private static String written(String duration) {
        return Times.duration(Duration.parse(duration)).replace('\u00A0', '_');
    }
}
