package org.breakwater.desktop.feature.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.breakwater.core.council.Council;
import org.breakwater.core.follow.Known;
import org.breakwater.core.inbox.Waiting.Need;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.reminder.DesktopNotices;
import org.breakwater.core.reminder.Remind;
import org.breakwater.core.reminder.Reminder;
import org.breakwater.core.reminder.Reminder.Fact;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.Surroundings;
import org.breakwater.desktop.wording.CallSentences;

/// Tells by the desktop's notices what waits, while somebody wants that. Lives on the toolkit's thread.
public final class InboxReminders {

    /// More than these are told as one.
    private static final int MOST = 3;

    private final InboxViewModel model;
    private final Background background;
    private final Remind remind;
    private final DesktopNotices notices;
    private Subscription following = Subscription.EMPTY;
    private boolean begins;

    InboxReminders(InboxPage.Maker maker, Background background, Remind remind, DesktopNotices notices) {
        this.model = new InboxViewModel(maker, background);
        this.background = background;
        this.remind = remind;
        this.notices = notices;
    }

    /// Tells of what waits in the inbox of a window, until the answer is closed.
    ///
    /// @param wanted whether anything is told
    public static Subscription follow(
            Surroundings around, Remind remind, DesktopNotices notices, ObservableValue<Boolean> wanted) {
        var sentences = new CallSentences(around::name, around.calls(), around.deployment());
        return new InboxReminders(
                        new InboxPage.Maker(sentences, around.reviews(), around.texts()),
                        around.background(),
                        remind,
                        notices)
                .follow(around.known(), around.council(), wanted);
    }

    /// Whoever begins to want it is told what comes from then on.
    Subscription follow(
            ObservableValue<Loadable<Known>> known,
            ObservableValue<Loadable<Council>> council,
            ObservableValue<Boolean> wanted) {
        turn(known, council, wanted.getValue());
        return Subscription.combine(
                wanted.subscribe((_, now) -> {
                    begins = now;
                    turn(known, council, now);
                }),
                () -> following.unsubscribe());
    }

    private void turn(
            ObservableValue<Loadable<Known>> known, ObservableValue<Loadable<Council>> council, boolean wanted) {
        following.unsubscribe();
        following = wanted && notices.missing().isEmpty()
                ? Subscription.combine(
                        model.follow(known, council), model.page().subscribe(this::read))
                : Subscription.EMPTY;
    }

    private void read(Loadable<InboxPage> page) {
        // What is stale may have been done by now, and without the Safes half of it is missing.
        if (page instanceof Loadable.Ready<InboxPage>(var read, var asOf)
                && read.missing().isEmpty()) {
            var beginning = begins;
            begins = false;
            background.quietly(() -> Attempt.of(() -> tell(read, asOf.time(), beginning)), InboxReminders::done);
        }
    }

    /// A notice that could not be shown is no reason to disturb: what it would have said stands in the inbox.
    private static void done(Attempt<Integer> told) {
        told.then(_ -> {}, _ -> {});
    }

    private int tell(InboxPage page, Instant at, boolean beginning) throws ProblemException {
        var rows = page.rows().stream()
                .filter(row -> row.need() != Need.LATER)
                .collect(Collectors.toMap(InboxRow::fact, Function.identity()));
        var facts = rows.values().stream()
                .map(row -> new Fact(row.fact(), row.deadline()))
                .toList();
        if (beginning) {
            remind.begin(facts, at);
            return 0;
        }
        var found = remind.next(facts, at);
        for (var notice : notices(found, rows, at)) {
            notices.show(notice.title(), notice.text());
        }
        return found.size();
    }

    /// @param title in one line
    record Notice(String title, String text) {}

    static List<Notice> notices(List<Reminder> found, Map<String, InboxRow> rows, Instant at) {
        var each = found.stream()
                .map(reminder -> notice(reminder, rows.get(reminder.fact().name()), at))
                .toList();
        return each.size() <= MOST
                ? each
                : List.of(new Notice(
                        Numbers.count(each.size()) + " things wait in the inbox",
                        each.getFirst().title() + ". " + each.getFirst().text()));
    }

    private static Notice notice(Reminder reminder, InboxRow row, Instant at) {
        return new Notice(
                row.sentence(),
                reminder.fact()
                        .deadline()
                        .map(end -> "Ends in " + Times.duration(Duration.between(at, end)) + ", "
                                + Times.dateAndTime(end) + " UTC. " + row.detail())
                        .orElse(row.detail()));
    }
}
