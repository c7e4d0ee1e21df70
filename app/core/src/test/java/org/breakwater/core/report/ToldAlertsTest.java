package org.breakwater.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.alert.Alert;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.report.ReportDocument.Part;
import org.breakwater.core.watch.AlertChange;
import org.breakwater.core.watch.AlertChange.Phase;
import org.breakwater.core.watch.AlertChanges;
import org.junit.jupiter.api.Test;

/// What a monitor told within a month.
class ToldAlertsTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private final List<AlertChange> kept = new ArrayList<>();
    private final AlertChanges changes = (sequence, most) -> kept.stream()
            .filter(change -> change.sequence() > sequence)
            .limit(most)
            .toList();
    private long sequence;

    private void change(long alert, Phase phase, String at, String words) {
        change(alert, phase, at, words, false);
    }

    private void change(long alert, Phase phase, String at, String words, boolean hasStood) {
        sequence++;
        kept.add(new AlertChange(
                sequence,
                alert,
                "pool-thin",
                phase,
                new Alert(Severity.WARNING, new Subject.Pool(alert), words, ""),
                List.of(),
                Optional.empty(),
                Instant.parse(at),
                hasStood));
    }

    private ToldAlerts october() throws Exception {
        return ToldAlerts.of(changes, OCTOBER);
    }

    private List<List<String>> rows() throws Exception {
        return WriteAlerts.page(october(), OCTOBER).parts().stream()
                .filter(Part.Table.class::isInstance)
                .map(Part.Table.class::cast)
                .findFirst()
                .map(Part.Table::rows)
                .orElse(List.of());
    }

    @Test
    void whatWasRaisedOrClearedInTheMonthIsTold() throws Exception {
        change(1, Phase.RAISED, "2026-09-02T08:00:00Z", "Pool 1 is thin", true);
        change(2, Phase.RAISED, "2026-09-30T23:59:59Z", "Pool 2 is thin");
        change(3, Phase.RAISED, "2026-10-01T00:00:00Z", "Pool 3 is thin");
        change(3, Phase.ACKNOWLEDGED, "2026-10-01T08:30:00Z", "Pool 3 is thin");
        change(2, Phase.CLEARED, "2026-10-12T09:15:00Z", "Pool 2 is thin");
        change(3, Phase.CHANGED, "2026-10-13T00:00:00Z", "Pool 3 is thinner");
        change(4, Phase.RAISED, "2026-10-31T23:59:59Z", "Pool 4 is thin");
        change(4, Phase.ACKNOWLEDGED, "2026-11-01T00:00:00Z", "Pool 4 is thin");
        change(3, Phase.CLEARED, "2026-11-01T07:00:00Z", "Pool 3 is thinner");
        change(5, Phase.RAISED, "2026-11-01T07:00:00Z", "Pool 5 is thin");

        assertThat(rows())
                .containsExactly(
                        List.of("1 Oct, 00:00", "goes on", "Warning", "pool-thin", "Pool 3 is thinner", "yes"),
                        List.of("before", "12 Oct, 09:15", "Warning", "pool-thin", "Pool 2 is thin", "no"),
                        List.of("31 Oct, 23:59", "goes on", "Warning", "pool-thin", "Pool 4 is thin", "no"));
        assertThat(WriteAlerts.page(october(), OCTOBER).sentence())
                .isEqualTo("The monitor of this machine raised 2 and cleared 1.");
        assertThat(october().gap(OCTOBER)).isEmpty();
    }

    @Test
    void whatStoodAlreadyWhenWatchingBeganIsNoNewsAndBeforeNothingIsKnown() throws Exception {
        change(1, Phase.RAISED, "2026-10-12T08:00:00Z", "Pool 1 is thin", true);
        change(2, Phase.RAISED, "2026-10-13T08:00:00Z", "Pool 2 is thin");
        assertThat(rows()).extracting(List::getFirst).containsExactly("stood already", "13 Oct, 08:00");
        assertThat(WriteAlerts.page(october(), OCTOBER).sentence())
                .isEqualTo(
                        "The monitor of this machine raised 1 and cleared 0; 1 stood already when it began to watch.");
        assertThat(october().gap(OCTOBER))
                .hasValue("What is kept begins 12 Oct 2026, 08:00 UTC: nothing is known of before.");
    }

    @Test
    void aMonthBeforeAnythingWasKeptIsNotCalledQuiet() throws Exception {
        assertThat(october().gap(OCTOBER).orElseThrow()).startsWith("No alert was ever kept on this machine");
        change(1, Phase.RAISED, "2026-11-12T08:00:00Z", "Pool 1 is thin");
        assertThat(october().gap(OCTOBER))
                .hasValue("What is kept begins 12 Nov 2026, 08:00 UTC, after this month: nothing is known of it.");
        assertThat(WriteAlerts.page(october(), OCTOBER).sentence()).isEqualTo("Nothing of this month is kept.");
    }

    @Test
    void aMonthInWhichNothingHappenedIsQuiet() throws Exception {
        change(1, Phase.RAISED, "2026-09-12T08:00:00Z", "Pool 1 is thin");
        change(1, Phase.CLEARED, "2026-11-12T08:00:00Z", "Pool 1 is thin");
        assertThat(october().gap(OCTOBER)).isEmpty();
        assertThat(WriteAlerts.page(october(), OCTOBER).sentence())
                .isEqualTo("The monitor of this machine raised nothing and cleared nothing within the month.");
    }

    @Test
    void changesThatWereForgottenShowByTheirNumbers() throws Exception {
        change(1, Phase.RAISED, "2026-09-12T08:00:00Z", "Pool 1 is thin");
        sequence = 700;
        change(2, Phase.RAISED, "2026-10-20T08:00:00Z", "Pool 2 is thin");
        assertThat(october().gap(OCTOBER))
                .hasValue("What is kept begins 20 Oct 2026, 08:00 UTC: nothing is known of before.");
    }

    @Test
    void onThePageStandTheNewestAndHowManyThereWere() throws Exception {
        for (int alert = 1; alert <= 1_200; alert++) {
            change(alert, Phase.RAISED, "2026-10-20T08:00:00Z", "Pool " + alert + " is thin");
        }
        assertThat(rows()).hasSize(22);
        assertThat(rows().getLast()).contains("Pool 1200 is thin");
        assertThat(WriteAlerts.page(october(), OCTOBER).parts())
                .filteredOn(Part.Table.class::isInstance)
                .singleElement()
                .satisfies(part -> assertThat(((Part.Table) part).note()).endsWith("oldest first, last 22 of 1,200"));
    }
}
