package org.breakwater.desktop.feature.emergency;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.emergency.Drill;
import org.breakwater.core.emergency.Drills;
import org.breakwater.core.emergency.PauseTurn;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.review.Reviewer;
import org.breakwater.core.review.rehearsal.Rehearsal;
import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.desktop.feature.emergency.PausePage.Subject;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.l10n.Times;

/// Pauses that are practised: since when one is, and how earlier ones went. Lives on the toolkit's thread.
final class PauseDrills {

    private static final int MOST = 5;

    private final Reviewer reviewer;
    private final Drills kept;
    private final Background background;
    private final ObservableValue<Instant> now;
    private final ReadOnlyObjectWrapper<Optional<Instant>> since = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Drill>> newest = new ReadOnlyObjectWrapper<>(List.of());

    /// @param reviewer practises on copies of the chain
    /// @param kept the drills so far
    PauseDrills(Reviewer reviewer, Drills kept, Background background, ObservableValue<Instant> now) {
        this.reviewer = reviewer;
        this.kept = kept;
        this.background = background;
        this.now = now;
    }

    boolean isOn() {
        return since.get().isPresent();
    }

    /// When the drill began; empty while it is no drill.
    ReadOnlyObjectProperty<Optional<Instant>> since() {
        return since.getReadOnlyProperty();
    }

    /// The newest first.
    ReadOnlyObjectProperty<List<Drill>> newest() {
        return newest.getReadOnlyProperty();
    }

    /// Begins a drill, or ends it.
    void set(boolean practise) {
        since.set(practise ? Optional.of(now.getValue()) : Optional.empty());
    }

    /// Takes down the time that a person needed until now, and goes on with what carries the pause out on a copy of
    /// the chain that ends afterwards. No key is used: the copy is made to take the owners' approvals for granted.
    Attempt.Work<Drill> decided(WatchedSafe safe, Subject subject, String who) {
        var at = now.getValue();
        var took = Duration.between(since.get().orElse(at), at);
        var order = Stream.concat(PauseTurn.of(safe).first().stream(), Stream.of(subject.transaction()))
                .map(QueuedTransaction::transaction)
                .toList();
        return () -> {
            var clock = System.nanoTime();
            var failure = failure(reviewer.rehearse(safe.address(), order));
            var drill = new Drill(at, who, subject.words(), took, Duration.ofNanos(System.nanoTime() - clock), failure);
            kept.keep(drill);
            return drill;
        };
    }

    /// Why the copy did not carry the pause out, which is the last of the order; empty where it did.
    private static String failure(Rehearsal rehearsal) {
        return switch (rehearsal.steps().getLast().outcome()) {
            case Rehearsal.Outcome.Executed _ -> "";
            case Rehearsal.Outcome.FailedInside _ -> "The guardian's contract refused it.";
            case Rehearsal.Outcome.Reverted(var why) -> why;
            case Rehearsal.Outcome.OutOfTurn(var nonce) -> "The Safe takes nonce " + nonce + " by then.";
            case Rehearsal.Outcome.Untried(var why) -> why;
        };
    }

    /// The next one is measured from now on.
    ///
    /// @return how it went
    String ended(Drill drill, Consumer<Problem> problems) {
        since.set(Optional.of(now.getValue()));
        read(problems);
        return drill.stopped()
                ? "The copy was stopped. You took " + Times.duration(drill.decided()) + ", the copy "
                        + Times.duration(drill.carriedOut()) + "."
                : "The copy was not stopped: " + drill.failure();
    }

    /// Reads how earlier ones went.
    void read(Consumer<Problem> problems) {
        background.quietly(() -> Attempt.of(() -> kept.newest(MOST)), read -> read.then(newest::set, problems));
    }
}
