package org.breakwater.desktop.feature.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.activity.Area;
import org.breakwater.core.activity.Due;
import org.breakwater.core.activity.Due.Task;
import org.breakwater.core.activity.DueList;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.fact.PolicyFact;
import org.breakwater.core.fact.ProtocolFact;
import org.breakwater.core.index.LogQuery;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.view.Deadline;
import org.breakwater.core.protocol.ChangeState;
import org.breakwater.desktop.boot.OpenConsole;
import org.breakwater.desktop.fx.FxTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LogViewModelTest extends FxTest {

    private static OpenConsole open;

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // JUnit calls it before anything else
    static void open() throws ProblemException {
        open = OpenConsole.onTheWorld();
    }

    @AfterAll
    static void close() {
        open.close();
    }

    private LogViewModel model() {
        var protocol = open.wiring().protocol();
        var model = new LogViewModel(
                new LogViewModel.Sources(protocol.events(), protocol.deployment(), protocol.book(), protocol.texts()),
                address -> protocol.book().name(address).orElse(address.toString()),
                OpenConsole.AT_ONCE);
        model.know(open.known());
        return model;
    }

    private static List<LogEntry> all(LogViewModel model) {
        var entries = new ArrayList<LogEntry>();
        model.readAll(entries::addAll);
        return entries;
    }

    @Test
    void everyEventOfTheWorldIsASentence() throws ProblemException {
        try (var model = model()) {
            var entries = all(model);

            assertThat(entries).hasSize(open.wiring().protocol().events().count(LogQuery.ALL));
            assertThat(entries)
                    .allSatisfy(entry -> assertThat(entry.sentence())
                            .isNotBlank()
                            .doesNotContain("0x0000000000000000000000000000000000000000")
                            .doesNotEndWith("."));
        }
    }

    @Test
    void theNewestEventComesFirst() {
        try (var model = model()) {
            var blocks = all(model).stream()
                    .map(entry -> entry.log().block().number())
                    .toList();

            assertThat(blocks).isSortedAccordingTo((one, other) -> Long.compare(other, one));
        }
    }

    @Test
    void anAreaShowsTheEventsOfItsContractsAlone() {
        try (var model = model()) {
            model.show(Optional.of(Area.POLICIES));
            var contracts = Area.POLICIES.contracts(
                    open.network().deployment(), open.known().view());

            assertThat(all(model))
                    .isNotEmpty()
                    .allMatch(entry -> contracts.contains(entry.log().address()));
        }
    }

    @Test
    void theAreasTogetherHoldEveryEvent() {
        try (var model = model()) {
            var whole = model.count().get().orElseThrow();
            var sum = 0;
            for (var area : Area.values()) {
                model.show(Optional.of(area));
                sum += model.count().get().orElseThrow();
            }

            assertThat(sum).isEqualTo(whole);
        }
    }

    @Test
    void aSpanShowsTheEventsOfItsDaysAloneUntilItIsCleared() {
        try (var model = model()) {
            var whole = model.count().get().orElseThrow();
            var start = open.known().block().time().minus(Span.MONTH.length());
            model.showSpan(Optional.of(Span.MONTH));

            assertThat(all(model))
                    .hasSizeBetween(1, whole - 1)
                    .noneMatch(entry -> entry.log().block().time().isBefore(start));
            model.clear();
            assertThat(model.count().get()).contains(whole);
        }
    }

    @Test
    void anAddressFindsWhatIsAboutIt() {
        try (var model = model()) {
            var holder = open.known().view().policies().getFirst().holder();
            model.search(holder.toString());
            List<ProtocolFact> facts = all(model).stream()
                    .flatMap(entry -> entry.event().stream())
                    .map(LoggedFact::fact)
                    .toList();

            assertThat(facts)
                    .anyMatch(fact -> fact instanceof PolicyFact.PolicyBought bought
                            && bought.owner().equals(holder));
        }
    }

    @Test
    void whatIsNoAddressNoNameAndNoNumberFindsNothingAndIsSaidToBeUnknown() {
        try (var model = model()) {
            model.search("nobody of this name");

            assertThat(model.search().get().isUnknown()).isTrue();
            assertThat(model.count().get()).contains(0);

            model.clear();

            assertThat(model.count().get().orElseThrow()).isPositive();
        }
    }

    @Test
    void everyDeadlineOfTheLensIsAmongWhatIsDue() {
        var due = due();
        for (var deadline : open.known().view().deadlines()) {
            if (deadline.at() <= open.known().time() + 30 * 86_400L) {
                assertThat(due)
                        .as("%s", deadline)
                        .anyMatch(each -> each.number().longValue() == deadline.id() && covers(each, deadline));
            }
        }
    }

    private static boolean covers(Due due, Deadline deadline) {
        return due.until().filter(end -> end >= deadline.at()).isPresent()
                || due.from() == deadline.at()
                || due.from() == deadline.at() + 1;
    }

    @Test
    void everyPendingChangeIsDueFromItsDelaysEndToItsExpiry() {
        var pending = open.known().view().changes().stream()
                .filter(change -> change.change().state() == ChangeState.PENDING
                        && change.change().eta() <= open.known().time() + 30 * 86_400L)
                .count();
        var due = due().stream()
                .filter(each -> each.task() == Task.EXECUTE_CHANGE)
                .toList();

        assertThat(due).hasSize((int) pending).isNotEmpty();
        assertThat(due).allMatch(each -> each.until().isPresent());
    }

    @Test
    void whatIsDueIsOrderedByItsStanding() {
        assertThat(due().stream().map(each -> each.at(open.known().time())).toList())
                .isSorted();
    }

    private static List<Due> due() {
        return DueList.of(open.known(), open.network().deployment().address("AccessManager"));
    }
}
