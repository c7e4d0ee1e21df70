package org.breakwater.desktop.boot;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.breakwater.core.alert.Alert;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.reminder.DesktopNotices;
import org.breakwater.core.reminder.Remind;
import org.breakwater.core.reminder.Reminder.Fact;
import org.breakwater.core.watch.StandingAlert;
import org.breakwater.core.watch.WatchStatus;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.l10n.Numbers;

/// Tells by the desktop's notices of alerts that were raised, while somebody wants that: each once, however often the
/// program is started. Notes are told by the window alone. Lives on the toolkit's thread.
final class AlertNotices {

    /// More than these are told as one.
    private static final int MOST = 3;

    private final Background background;
    private final Remind remind;
    private final DesktopNotices notices;
    private Subscription following = Subscription.EMPTY;
    private boolean begins;

    AlertNotices(Background background, Remind remind, DesktopNotices notices) {
        this.background = background;
        this.remind = remind;
        this.notices = notices;
    }

    /// Whoever begins to want it is told what comes from then on.
    Subscription follow(ObservableValue<WatchStatus> status, ObservableValue<Boolean> wanted) {
        turn(status, wanted.getValue());
        return Subscription.combine(
                wanted.subscribe((_, now) -> {
                    begins = now;
                    turn(status, now);
                }),
                () -> following.unsubscribe());
    }

    private void turn(ObservableValue<WatchStatus> status, boolean wanted) {
        following.unsubscribe();
        following = wanted && notices.missing().isEmpty() ? status.subscribe(this::read) : Subscription.EMPTY;
    }

    private void read(WatchStatus status) {
        if (status.known().isPresent()) {
            var beginning = begins;
            begins = false;
            background.quietly(
                    () -> Attempt.of(() -> tell(status.standing(), status.at(), beginning)), AlertNotices::done);
        }
    }

    /// A notice that could not be shown is no reason to disturb: what it would have said stands in the list.
    private static void done(Attempt<Integer> told) {
        told.then(_ -> {}, _ -> {});
    }

    int tell(Collection<StandingAlert> standing, Instant at, boolean beginning) throws ProblemException {
        Map<String, StandingAlert> byName = standing.stream()
                .filter(alert -> alert.said().severity() != Alert.Severity.NOTE && !alert.isAcknowledged())
                .collect(Collectors.toMap(AlertNotices::name, Function.identity()));
        var facts = byName.keySet().stream()
                .map(name -> new Fact(name, Optional.empty()))
                .toList();
        if (beginning) {
            remind.begin(facts, at);
            return 0;
        }
        var found = remind.next(facts, at).stream()
                .flatMap(
                        reminder -> Stream.ofNullable(byName.get(reminder.fact().name())))
                .toList();
        var ofBefore = found.stream().filter(StandingAlert::hasStood).toList();
        var fresh = found.stream().filter(alert -> !alert.hasStood()).toList();
        for (var notice :
                Stream.concat(stood(ofBefore).stream(), notices(fresh).stream()).toList()) {
            notices.show(notice.title(), notice.text());
        }
        return found.size();
    }

    private static String name(StandingAlert alert) {
        return "alert " + alert.alert();
    }

    /// @param title in one line
    record Notice(String title, String text) {}

    /// What stood already when somebody began to watch is one notice, however much it is.
    static Optional<Notice> stood(List<StandingAlert> found) {
        return found.stream()
                .min(Comparator.comparing(alert -> alert.said().severity()))
                .map(worst -> new Notice(
                        found.size() == 1
                                ? "1 alert stood already"
                                : Numbers.count(found.size()) + " alerts stood already",
                        (found.size() == 1 ? "" : "The worst: ") + worst.said().sentence() + "."));
    }

    static List<Notice> notices(List<StandingAlert> found) {
        var each = found.stream()
                .map(alert -> new Notice(alert.said().sentence(), alert.said().detail()))
                .toList();
        return each.size() <= MOST
                ? each
                : List.of(new Notice(
                        Numbers.count(each.size()) + " alerts are new",
                        each.getFirst().title() + ". " + each.getFirst().text()));
    }
}
