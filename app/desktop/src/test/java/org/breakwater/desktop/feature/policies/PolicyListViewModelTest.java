package org.breakwater.desktop.feature.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breakwater.core.policies.ListedPolicy;
import org.breakwater.core.policies.PolicyFilter;
import org.breakwater.core.policies.PolicyOrder;
import org.breakwater.core.policies.PolicySearch;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.protocol.PolicyState;
import org.breakwater.desktop.boot.OpenConsole;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.fx.FxThread;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PolicyListViewModelTest extends FxTest {

    private static OpenConsole open;

    private final List<String> readers = new ArrayList<>();
    private final Background plain = new Background(
            task -> {
                readers.add(Thread.currentThread().getName());
                task.run();
            },
            Runnable::run);

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // JUnit calls it before anything else
    static void open() throws ProblemException {
        open = OpenConsole.onTheWorld();
    }

    @AfterAll
    static void close() {
        open.close();
    }

    private PolicyListViewModel model() throws ProblemException {
        return new PolicyListViewModel(policies(), plain);
    }

    @Test
    void nothingIsFoundBeforeAnythingIsKnown() throws ProblemException {
        try (var model = model()) {
            model.change(filter -> filter.withWords("bridge"));

            assertThat(model.found().get()).isEmpty();
            assertThat(model.rows()).isEmpty();
        }
    }

    @Test
    void aFilterNarrowsTheRowsAndTheTotalAndClearingWidensThemAgain() throws ProblemException {
        try (var model = model()) {
            model.know(open.known());
            var all = model.found().get().orElseThrow();
            model.change(filter -> filter.withStates(Set.of(PolicyState.WAITING)));
            var waiting = open.known().view().policies().stream()
                    .filter(policy -> policy.state() == PolicyState.WAITING)
                    .count();

            assertThat(model.found().get().orElseThrow().total().count()).isEqualTo((int) waiting);
            assertThat(model.rows()).hasSize((int) waiting);
            assertThat(model.found().get().orElseThrow().all()).isEqualTo(all.all());

            model.clear();

            assertThat(model.filter().get()).isEqualTo(PolicyFilter.ALL);
            assertThat(model.found().get()).contains(all);
        }
    }

    @Test
    void theOrderIsThatWhichWasAskedFor() throws ProblemException {
        try (var model = model()) {
            model.know(open.known());
            model.sort(new PolicyOrder(PolicyOrder.Key.NUMBER, true));
            var newest = open.known().view().head().policies();

            assertThat(first(model)).map(ListedPolicy::id).contains(newest);
        }
    }

    @Test
    void scrollingThroughAllReadsBesideTheToolkitsThread() throws ProblemException {
        var threads = new ArrayList<String>();
        var background = new Background(
                task -> Thread.ofPlatform().name("beside").start(() -> {
                    synchronized (threads) {
                        threads.add(Thread.currentThread().getName());
                    }
                    task.run();
                }),
                FxThread.executor());
        var model = onFx(() -> new PolicyListViewModel(policies(), background));
        doOnFx(() -> model.know(open.known()));
        await(() -> !model.rows().isEmpty());
        var size = onFx(() -> model.rows().size());
        doOnFx(() -> {
            for (int i = 0; i < size; i++) {
                model.rows().get(i);
            }
        });
        await(() -> model.rows().get(size - 1) != null);
        doOnFx(model::close);

        synchronized (threads) {
            assertThat(threads).hasSizeGreaterThan(size / 200).containsOnly("beside");
        }
    }

    private static PolicySearch policies() {
        return open.wiring().protocol().policies();
    }

    @Test
    void everythingThatIsWantedCanBeKept() throws ProblemException {
        try (var model = model()) {
            model.know(open.known());
            model.change(filter -> filter.withPools(Set.of(2L)));
            var kept = new ArrayList<ListedPolicy>();
            model.readAll(kept::addAll);

            assertThat(kept)
                    .hasSize(model.found().get().orElseThrow().total().count())
                    .allMatch(policy -> policy.poolId() == 2);
            assertThat(readers).isNotEmpty();
        }
    }

    /// A row arrives once it was asked for.
    private static Optional<ListedPolicy> first(PolicyListViewModel model) {
        var asked = model.rows().get(0);
        return Optional.ofNullable(asked == null ? model.rows().get(0) : asked);
    }
}
