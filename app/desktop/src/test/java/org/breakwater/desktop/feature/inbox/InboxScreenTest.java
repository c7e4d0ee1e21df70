package org.breakwater.desktop.feature.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.breakwater.core.activity.Due.Task;
import org.breakwater.core.activity.DueList;
import org.breakwater.core.council.Council;
import org.breakwater.core.follow.Known;
import org.breakwater.core.inbox.Waiting.Need;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.reminder.DesktopNotices;
import org.breakwater.core.reminder.Remind;
import org.breakwater.core.reminder.Told;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.boot.OpenConsole;
import org.breakwater.desktop.event.DueWords;
import org.breakwater.desktop.feature.inbox.InboxRow.Standing;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.place.Reviews;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What waits on the world: as it is made from what is known, and as it is drawn.
class InboxScreenTest extends FxTest {

    private static OpenConsole open;
    private static Reviews reviews;

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // JUnit calls it before anything else
    static void open() throws ProblemException {
        open = OpenConsole.onTheWorld();
        reviews = open.reviews();
    }

    @AfterAll
    static void close() {
        open.close();
    }

    private static InboxPage.Maker maker() {
        return new InboxPage.Maker(
                open.sentences(), reviews, open.wiring().protocol().texts());
    }

    private static InboxPage page() throws ProblemException {
        return maker().page(open.known(), Optional.of(open.council()), Optional.empty());
    }

    @Test
    void everyTransactionOfTheQueueWaits() throws Exception {
        var transactions = page().rows().stream()
                .filter(row -> row.kind() == InboxRow.Kind.SAFE)
                .toList();

        assertThat(transactions).hasSize(8);
        assertThat(transactions.stream().filter(row -> row.need() == Need.CONFLICT))
                .hasSize(2);
        assertThat(transactions.stream().filter(row -> row.need() == Need.EXECUTE))
                .hasSize(1);
        assertThat(transactions.stream().filter(row -> row.worst().equals(Optional.of(Severity.BLOCK))))
                .hasSize(1);
    }

    @Test
    void theSplitOfACaseStaysHidden() throws Exception {
        assertThat(page().of(Optional.of(Need.VOTE)).stream().filter(row -> row.kind() == InboxRow.Kind.CLAIM))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.standing()).isEqualTo(new Standing.Hidden()));
    }

    @Test
    void whatCanBeVotedOnHasADeadline() throws Exception {
        assertThat(page().of(Optional.of(Need.VOTE)))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.deadline()).isPresent());
        assertThat(page().nextDeadline()).isPresent();
    }

    @Test
    void aFilterAndWordsNarrowTheListAndTheFirstOfItIsShown() throws Exception {
        var model = new InboxViewModel(maker(), OpenConsole.AT_ONCE);
        model.follow(
                new ReadOnlyObjectWrapper<Loadable<Known>>(
                        new Loadable.Ready<>(open.known(), open.known().block())),
                new ReadOnlyObjectWrapper<Loadable<Council>>(
                        new Loadable.Ready<>(open.council(), open.known().block())));
        var read = ((Loadable.Ready<InboxPage>) model.page().get()).value();

        model.list(Optional.of(Need.CONFLICT));
        assertThat(model.listed(read)).hasSize(2);
        model.search("incident CAP");
        assertThat(model.listed(read)).hasSize(1);
        assertThat(model.shown(read)).contains(model.listed(read).getFirst());
        model.search("nothing has these words");
        assertThat(model.shown(read)).isEmpty();
    }

    @Test
    void safesThatCouldNotBeReadAreToldAndTheRestIsShown() {
        var model = new InboxViewModel(maker(), OpenConsole.AT_ONCE);
        model.follow(
                new ReadOnlyObjectWrapper<Loadable<Known>>(
                        new Loadable.Ready<>(open.known(), open.known().block())),
                new ReadOnlyObjectWrapper<Loadable<Council>>(
                        new Loadable.Failed<>(Problem.of("The node is away.", "Wait."))));

        assertThat(model.page().get()).isInstanceOfSatisfying(Loadable.Ready.class, ready -> {
            var read = (InboxPage) ready.value();
            assertThat(read.missing().orElseThrow()).contains("The node is away.");
            assertThat(read.rows()).isNotEmpty().noneMatch(row -> row.kind() == InboxRow.Kind.SAFE);
        });
    }

    @Test
    void theRailCountsWhatTheInboxLists() throws Exception {
        open.go(new Place.Inbox());
        open.awaitWords("To sign or decide");
        var expected = page().urgent() + " need somebody";

        await(() -> open.text("#inbox-summary").startsWith(expected));
        await(() -> open.words().contains(Long.toString(expected(expected))));
    }

    private static long expected(String words) {
        return Long.parseLong(words.substring(0, words.indexOf(' ')));
    }

    @Test
    void oneGoesThroughTheInboxWithTheKeyboardAndOpensOne() throws Exception {
        open.wear(Scheme.LIGHT);
        open.go(new Place.Inbox());
        var rows = page().rows();
        await(() -> open.text("#preview-sentence").equals(rows.getFirst().sentence()));
        open.picture("inbox-light");

        open.press(KeyCode.J);
        await(() -> open.text("#preview-sentence").equals(rows.get(1).sentence()));
        var toSign = page().of(Optional.of(Need.SIGN));
        open.fire("To sign " + toSign.size());
        await(() -> toSign.stream().anyMatch(row -> row.sentence().equals(lookedAt())));
        goTo("Run foreign code at ");
        open.wear(Scheme.DARK);
        open.picture("inbox-dark");
        open.resize(1100, 700);
        open.picture("inbox-1100");
        open.resize(1440, 900);
        open.wear(Scheme.LIGHT);

        open.fire("To vote " + page().of(Optional.of(Need.VOTE)).size());
        var first = page().of(Optional.of(Need.VOTE)).getFirst();
        await(() -> open.text("#preview-sentence").equals(first.sentence()));
        open.press(KeyCode.ENTER);
        await(() -> open.console().router().current().get().equals(first.opens()));
    }

    /// Moves down until something is looked at.
    private static String lookedAt() {
        return open.text("#preview-sentence");
    }

    /// Down the list, a row at a time.
    private static void goTo(String words) {
        while (!lookedAt().startsWith(words)) {
            var before = lookedAt();
            open.press(KeyCode.J);
            await(() -> !lookedAt().equals(before) && !lookedAt().isEmpty());
        }
    }

    @Test
    void eachThingStandsOnceAndNothingThatIsDueIsMissing() throws Exception {
        var rows = page().rows();
        var due = DueList.of(open.known());

        assertThat(rows.stream().map(InboxRow::key)).doesNotHaveDuplicates();
        assertThat(rows.stream().map(InboxRow::fact)).doesNotHaveDuplicates();
        assertThat(rows).allSatisfy(row -> assertThat(row.sentence()).isNotBlank());
        assertThat(rows.stream()
                        .filter(row -> row.need() == Need.WINDOW)
                        .map(InboxRow::deadline)
                        .flatMap(Optional::stream)
                        .map(Instant::getEpochSecond))
                .containsAll(due.stream()
                        .filter(one -> one.task() == Task.SUBMIT_CLAIMS || one.task() == Task.APPEAL_CLAIM)
                        .map(one -> one.until().orElseThrow())
                        .toList());
        assertThat(rows.stream().map(InboxRow::opens))
                .containsAll(due.stream()
                        .filter(one -> one.task() == Task.PAY_CLAIM || one.task() == Task.EXECUTE_CHANGE)
                        .map(DueWords::place)
                        .toList());
    }

    @Test
    void everyDateThatIsListedStandsInTheCalendarUnderTheSameNameEachTime() throws Exception {
        var rows = page().rows();
        var calendar = new InboxCalendar(open.network().deployment());
        var block = open.known().block();

        var file = calendar.of(rows, block, block.time());
        var later = calendar.of(rows, block, block.time().plusSeconds(60));

        assertThat(file.events())
                .hasSize((int) rows.stream()
                        .filter(row -> row.when().moment().isPresent())
                        .count())
                .isEqualTo(later.events());
        assertThat(file.events())
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.uid())
                        .contains("@31337.")
                        .contains(
                                open.network().deployment().address("Directory").toString()));
    }

    /// Notices that nobody sees, and what was told, as a machine keeps it through restarts.
    private record Desktop(List<String> shown, Set<String> told) implements DesktopNotices, Told {

        Desktop() {
            this(new ArrayList<>(), new HashSet<>());
        }

        @Override
        public Optional<String> missing() {
            return Optional.empty();
        }

        @Override
        public void show(String title, String text) {
            shown.add(title + ": " + text);
        }

        @Override
        public Set<String> keep(Collection<String> marks) {
            var fresh = new HashSet<>(marks);
            fresh.removeAll(told);
            told.addAll(marks);
            return fresh;
        }

        /// As the program is started once more.
        ReadOnlyObjectWrapper<Boolean> start(boolean wanted) throws ProblemException {
            var wants = new ReadOnlyObjectWrapper<>(wanted);
            new InboxReminders(maker(), OpenConsole.AT_ONCE, new Remind(this), this)
                    .follow(
                            new ReadOnlyObjectWrapper<>(new Loadable.Ready<>(
                                    open.known(), open.known().block())),
                            new ReadOnlyObjectWrapper<>(new Loadable.Ready<>(
                                    open.council(), open.known().block())),
                            wants);
            return wants;
        }
    }

    @Test
    void theDesktopTellsOfWhatWaitsOnceAndNotAgainAfterARestart() throws Exception {
        var desktop = new Desktop();
        var waits =
                page().rows().stream().filter(row -> row.need() != Need.LATER).count();

        desktop.start(false);
        assertThat(desktop.shown()).as("nobody asked for it").isEmpty();

        desktop.start(true);
        assertThat(desktop.shown())
                .as("many are told as one")
                .singleElement()
                .satisfies(notice -> assertThat(notice)
                        .startsWith(waits + " things wait in the inbox: ")
                        .contains("Ends in "));

        desktop.start(true);
        assertThat(desktop.shown()).hasSize(1);
    }

    @Test
    void whoeverSwitchesNoticesOnIsToldOnlyWhatComesAfter() throws Exception {
        var desktop = new Desktop();
        desktop.start(false).set(true);

        assertThat(desktop.shown()).isEmpty();
        assertThat(desktop.told()).as("what waits by then counts as told").isNotEmpty();
    }

    @Test
    void aSlashGoesToTheFilter() throws Exception {
        open.go(new Place.Inbox());
        open.awaitWords("To sign or decide");

        doOnFx(() -> open.scene()
                .getRoot()
                .fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, "/", "/", KeyCode.UNDEFINED, false, false, false, false)));

        await(() -> open.scene().getFocusOwner() instanceof TextInputControl);
    }
}
