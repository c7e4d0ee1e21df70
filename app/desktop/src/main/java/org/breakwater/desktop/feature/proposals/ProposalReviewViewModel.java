package org.breakwater.desktop.feature.proposals;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.ProposalReview;
import org.breakwater.core.review.ReviewProposal.Wanted;
import org.breakwater.core.review.Reviewer;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Background;

/// The review of the proposal that is shown, made with the engine that reviews transactions of Safes. It is made when
/// the proposal is looked at, and again when somebody asks; it says of which block it is.
final class ProposalReviewViewModel {

    private final Reviewer reviewer;
    private final Background background;
    private final ReadOnlyObjectWrapper<Loadable<ProposalReview>> review =
            new ReadOnlyObjectWrapper<>(new Loadable.Idle<>());
    private Optional<Wanted> wanted = Optional.empty();
    private Subscription making = Subscription.EMPTY;

    ProposalReviewViewModel(Reviewer reviewer, Background background) {
        this.reviewer = reviewer;
        this.background = background;
    }

    /// Looks at another proposal; nothing for what is none.
    void look(Optional<Wanted> next) {
        if (!next.map(Wanted::id).equals(wanted.map(Wanted::id))) {
            wanted = next;
            again();
        }
    }

    /// Reviews it as of the newest block.
    void again() {
        making.unsubscribe();
        if (wanted.isEmpty()) {
            review.set(new Loadable.Idle<>());
            return;
        }
        var asked = wanted.get();
        review.set(new Loadable.Loading<>());
        making = background.quietly(() -> made(asked), review::set);
    }

    private Loadable<ProposalReview> made(Wanted asked) {
        try {
            var made = reviewer.review(asked);
            return new Loadable.Ready<>(made, made.block());
        } catch (ProblemException failed) {
            return new Loadable.Failed<>(failed.problem());
        }
    }

    /// Ends what is under way; the next look begins anew.
    void leave() {
        making.unsubscribe();
        wanted = Optional.empty();
        review.set(new Loadable.Idle<>());
    }

    ReadOnlyObjectProperty<Loadable<ProposalReview>> review() {
        return review.getReadOnlyProperty();
    }
}
