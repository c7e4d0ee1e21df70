package org.breakwater.desktop.feature.policies;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.breakwater.core.follow.Known;
import org.breakwater.core.policies.ListedPolicy;
import org.breakwater.core.policies.PolicyFilter;
import org.breakwater.core.policies.PolicyOrder;
import org.breakwater.core.policies.PolicySearch;
import org.breakwater.core.policies.PolicySearch.Found;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.kit.table.PagedRows;
import org.jspecify.annotations.Nullable;

/// The list of policies: what is wanted of it, what was found, and its rows page by page. All reading happens beside
/// the
/// toolkit's thread.
final class PolicyListViewModel implements AutoCloseable {

    /// Largest cover first: what a loss would cost most.
    static final PolicyOrder FIRST = new PolicyOrder(PolicyOrder.Key.COVER, true);

    private final PolicySearch search;
    private final Background background;
    private final PagedRows<ListedPolicy> rows;
    private final ReadOnlyObjectWrapper<PolicyFilter> filter = new ReadOnlyObjectWrapper<>(PolicyFilter.ALL);
    private final ReadOnlyObjectWrapper<Optional<Found>> found = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private PolicyOrder order = FIRST;
    private @Nullable Known known;
    private Subscription finding = Subscription.EMPTY;

    PolicyListViewModel(PolicySearch search, Background background) {
        this.search = search;
        this.background = background;
        this.rows = new PagedRows<>(background);
    }

    ReadOnlyObjectProperty<PolicyFilter> filter() {
        return filter.getReadOnlyProperty();
    }

    /// Empty until the first answer.
    ReadOnlyObjectProperty<Optional<Found>> found() {
        return found.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    PagedRows<ListedPolicy> rows() {
        return rows;
    }

    /// The time of the block that the rows are of.
    Instant time() {
        return known == null ? Instant.EPOCH : known.block().time();
    }

    /// Something newer is known: the same list as it is now.
    void know(Known newer) {
        known = newer;
        find(rows::renew);
    }

    void change(UnaryOperator<PolicyFilter> change) {
        var changed = change.apply(filter.get());
        if (!changed.equals(filter.get())) {
            filter.set(changed);
            find(rows::show);
        }
    }

    void clear() {
        change(_ -> PolicyFilter.ALL);
    }

    void sort(PolicyOrder newOrder) {
        if (!newOrder.equals(order)) {
            order = newOrder;
            find(rows::show);
        }
    }

    /// Hands over everything that the filter wants, in order.
    Subscription readAll(Consumer<List<ListedPolicy>> sink) {
        var wanted = filter.get();
        var by = order;
        return background.run("Reading the policies", () -> page(wanted, by, 0, Integer.MAX_VALUE), sink);
    }

    /// Hands over where in the list a policy is, where it is there.
    void locate(BigInteger id, IntConsumer sink) {
        if (known == null || id.bitLength() >= Long.SIZE) {
            return;
        }
        var wanted = filter.get();
        var by = order;
        background.quietly(() -> position(wanted, by, id.longValueExact()), found -> {
            if (filter.get().equals(wanted) && order.equals(by)) {
                found.ifPresent(sink);
            }
        });
    }

    private OptionalInt position(PolicyFilter wanted, PolicyOrder by, long id) {
        try {
            return search.position(wanted, by, id);
        } catch (ProblemException failed) {
            return OptionalInt.empty(); // the rows themselves say why
        }
    }

    /// How rows are shown that were found.
    private interface Showing {
        void show(int count, PagedRows.Source<ListedPolicy> source);
    }

    private void find(Showing showing) {
        finding.unsubscribe();
        var present = known;
        if (present == null) {
            return;
        }
        var wanted = filter.get();
        var by = order;
        finding = background.quietly(() -> answer(present, wanted), answer -> {
            problem.set(answer.problem());
            answer.found().ifPresent(counted -> {
                found.set(answer.found());
                showing.show(counted.total().count(), (offset, limit) -> page(wanted, by, offset, limit));
            });
        });
    }

    /// What came of looking.
    private record Answer(Optional<Found> found, Optional<Problem> problem) {}

    private Answer answer(Known present, PolicyFilter wanted) {
        try {
            return new Answer(Optional.of(search.find(present, wanted)), Optional.empty());
        } catch (ProblemException failed) {
            return new Answer(Optional.empty(), Optional.of(failed.problem()));
        }
    }

    private List<ListedPolicy> page(PolicyFilter wanted, PolicyOrder by, int offset, int limit) {
        try {
            return search.page(wanted, by, offset, limit);
        } catch (ProblemException failed) {
            background.quietly(failed::problem, broken -> problem.set(Optional.of(broken)));
            return List.of();
        }
    }

    @Override
    public void close() {
        finding.unsubscribe();
        rows.close();
    }
}
