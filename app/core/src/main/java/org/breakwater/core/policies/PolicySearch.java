package org.breakwater.core.policies;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.breakwater.core.follow.Known;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.view.PolicyView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.projection.view.SubjectView;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.BlockRef;

/// Use case: finds policies among all that are known. The list is brought up to each new knowledge by the difference,
/// when it is asked for. Blocking: not for the window's thread.
public final class PolicySearch {

    private final PolicyList list;
    private final AddressBook book;
    private final TextLibrary texts;
    private Optional<BlockRef> listed = Optional.empty();

    /// @param book names of holders
    /// @param texts names of subjects
    public PolicySearch(PolicyList list, AddressBook book, TextLibrary texts) {
        this.list = list;
        this.book = book;
        this.texts = texts;
    }

    /// @param total of those that the filter wants
    /// @param all how many there are without it
    public record Found(PolicyTotals total, int all) {}

    /// Brings the list up to what is known, and counts.
    public Found find(Known known, PolicyFilter filter) throws ProblemException {
        bringUpTo(known);
        return new Found(list.totals(filter), list.count(PolicyFilter.ALL));
    }

    /// A part of what was found, from the list as it was brought up last.
    public List<ListedPolicy> page(PolicyFilter filter, PolicyOrder order, int offset, int limit)
            throws ProblemException {
        return list.page(filter, order, offset, limit);
    }

    /// How many come before a policy in what was found.
    public OptionalInt position(PolicyFilter filter, PolicyOrder order, long id) throws ProblemException {
        return list.position(filter, order, id);
    }

    private synchronized void bringUpTo(Known known) throws ProblemException {
        if (!listed.equals(Optional.of(known.block()))) {
            list.become(rows(known));
            listed = Optional.of(known.block());
        }
    }

    private List<ListedPolicy> rows(Known known) {
        var pools = known.view().pools().stream().collect(Collectors.toMap(PoolView::poolId, Function.identity()));
        var subjects = known.view().subjects().stream().collect(Collectors.toMap(SubjectView::subjectId, this::name));
        return known.view().policies().stream()
                .map(policy -> row(
                        policy,
                        Objects.requireNonNull(pools.get(policy.policy().poolId())),
                        Objects.requireNonNull(subjects.get(policy.policy().subjectId()))))
                .toList();
    }

    private String name(SubjectView subject) {
        return texts.title(subject.subject().metadataHash()).orElse("Subject " + subject.subjectId());
    }

    private ListedPolicy row(PolicyView view, PoolView pool, String subject) {
        var policy = view.policy();
        return new ListedPolicy(
                view.policyId().longValueExact(),
                view.holder(),
                book.name(view.holder()).orElse(""),
                view.state(),
                pool.kind(),
                pool.poolId(),
                pool.name(),
                policy.subjectId(),
                subject,
                policy.amount(),
                policy.premium(),
                policy.rateBps(),
                policy.boughtAt(),
                policy.start(),
                policy.end(),
                policy.graceEnd(),
                view.openClaim());
    }
}
