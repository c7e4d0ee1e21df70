package org.breakwater.desktop.feature.council;

import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.breakwater.core.council.Council;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.Reviewer;
import org.breakwater.core.review.rehearsal.Rehearsal;
import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.fx.Background;

/// The rehearsal of a Safe's queue: started, cancelled, and what came of it. Lives on the toolkit's thread.
final class RehearsalViewModel {

    private final Reviewer reviewer;
    private final Background background;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.None());
    private Subscription running = Subscription.EMPTY;

    RehearsalViewModel(Reviewer reviewer, Background background) {
        this.reviewer = reviewer;
        this.background = background;
    }

    /// How far a rehearsal is.
    sealed interface State {

        record None() implements State {}

        record Running(Address safe) implements State {}

        record Done(Address safe, Rehearsal rehearsal) implements State {}

        record Failed(Address safe, Problem problem) implements State {}
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    void rehearse(Council council, Address safe) {
        cancel();
        var queue = queue(council, safe);
        state.set(new State.Running(safe));
        running = background.run("Rehearsing the queue", () -> rehearsed(safe, queue), state::set);
    }

    void cancel() {
        running.unsubscribe();
        state.set(new State.None());
    }

    /// Of those that want one nonce the one with the most signatures is tried first.
    private static List<SafeTransaction> queue(Council council, Address safe) {
        return council.safe(safe).stream()
                .flatMap(watched -> watched.waiting().stream())
                .flatMap(slot -> slot.proposals().stream()
                        .sorted(Comparator.comparingInt(
                                (QueuedTransaction queued) -> -queued.signers().size())))
                .map(QueuedTransaction::transaction)
                .toList();
    }

    private State rehearsed(Address safe, List<SafeTransaction> queue) {
        try {
            return new State.Done(safe, reviewer.rehearse(safe, queue));
        } catch (ProblemException failed) {
            return new State.Failed(safe, failed.problem());
        }
    }
}
