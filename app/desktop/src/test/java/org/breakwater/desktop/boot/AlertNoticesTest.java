package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.breakwater.core.alert.Alert;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.reminder.DesktopNotices;
import org.breakwater.core.reminder.Remind;
import org.breakwater.core.reminder.Told;
import org.breakwater.core.watch.StandingAlert;
import org.junit.jupiter.api.Test;

class AlertNoticesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T14:00:00Z");

    private static StandingAlert alert(long number, Severity severity, boolean isSeen) {
        return alert(number, severity, isSeen, false);
    }

    private static StandingAlert alert(long number, Severity severity, boolean isSeen, boolean hasStood) {
        return new StandingAlert(
                number,
                "pool|" + number,
                "pool-thin",
                isSeen,
                new Alert(severity, new Alert.Subject.Pool(number), "Pool " + number + " is thin", "It sells nothing"),
                List.of(),
                Optional.empty(),
                NOW,
                Optional.empty(),
                hasStood);
    }

    @Test
    void aFewAreToldEachAndManyAsOne() {
        var three = LongStream.rangeClosed(1, 3)
                .mapToObj(number -> alert(number, Severity.HOLD, false))
                .toList();
        assertThat(AlertNotices.notices(three))
                .extracting(AlertNotices.Notice::title)
                .containsExactly("Pool 1 is thin", "Pool 2 is thin", "Pool 3 is thin");
        var five = LongStream.rangeClosed(1, 5)
                .mapToObj(number -> alert(number, Severity.HOLD, false))
                .toList();
        assertThat(AlertNotices.notices(five)).singleElement().satisfies(notice -> {
            assertThat(notice.title()).isEqualTo("5 alerts are new");
            assertThat(notice.text()).startsWith("Pool 1 is thin");
        });
    }

    /// What was told, in memory, and notices that are only written down.
    private static final class Desk implements Told, DesktopNotices {

        private final Set<String> marks = new HashSet<>();
        private final List<String> shown = new ArrayList<>();

        @Override
        public Set<String> keep(Collection<String> told) {
            var fresh = new HashSet<>(told);
            fresh.removeAll(marks);
            marks.addAll(told);
            return fresh;
        }

        @Override
        public Optional<String> missing() {
            return Optional.empty();
        }

        @Override
        public void show(String title, String text) {
            shown.add(title);
        }
    }

    @Test
    void anAlertIsToldOnceAndOneThatWasSeenOrIsANoteNotAtAll() throws Exception {
        var desk = new Desk();
        var notices = new AlertNotices(OpenConsole.AT_ONCE, new Remind(desk), desk);
        var standing = List.of(
                alert(1, Severity.HOLD, false), alert(2, Severity.NOTE, false), alert(3, Severity.WARNING, true));
        assertThat(notices.tell(standing, NOW, false)).isEqualTo(1);
        assertThat(notices.tell(standing, NOW.plus(Duration.ofDays(2)), false)).isZero();
        assertThat(desk.shown).containsExactly("Pool 1 is thin");
    }

    @Test
    void whatStoodAlreadyIsOneNoticeHoweverMuchItIs() throws Exception {
        var desk = new Desk();
        var notices = new AlertNotices(OpenConsole.AT_ONCE, new Remind(desk), desk);
        var standing = new ArrayList<StandingAlert>();
        for (long number = 1; number <= 34; number++) {
            standing.add(alert(number, Severity.WARNING, false, true));
        }
        standing.add(alert(35, Severity.HOLD, false));
        notices.tell(standing, NOW, false);
        notices.tell(standing, NOW.plus(Duration.ofDays(2)), false);
        assertThat(desk.shown).containsExactly("34 alerts stood already", "Pool 35 is thin");
    }

    @Test
    void whoBeginsToWantNoticesIsToldWhatComesFromThenOn() throws Exception {
        var desk = new Desk();
        var notices = new AlertNotices(OpenConsole.AT_ONCE, new Remind(desk), desk);
        assertThat(notices.tell(List.of(alert(1, Severity.HOLD, false)), NOW, true))
                .isZero();
        assertThat(notices.tell(List.of(alert(1, Severity.HOLD, false), alert(2, Severity.HOLD, false)), NOW, false))
                .isEqualTo(1);
        assertThat(desk.shown).containsExactly("Pool 2 is thin");
    }
}
