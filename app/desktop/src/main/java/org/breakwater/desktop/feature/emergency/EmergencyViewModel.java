package org.breakwater.desktop.feature.emergency;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.breakwater.core.council.Council;
import org.breakwater.core.emergency.PauseLift;
import org.breakwater.core.emergency.SafetyMeasure;
import org.breakwater.core.exchange.SharedTransaction;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.PoolPart;
import org.breakwater.desktop.navigation.Router;
import org.breakwater.desktop.place.Acting;
import org.breakwater.desktop.place.Composing;
import org.breakwater.desktop.place.Derived;

/// The emergency map and where one goes from it.
final class EmergencyViewModel {

    private final Derived<EmergencyPage> page;
    private final ReadEmergency read;
    private final Acting acting;
    private final Composing composing;
    private final Background background;
    private final Router router;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    EmergencyViewModel(ReadEmergency read, Acting acting, Composing composing, Background background, Router router) {
        this.page = new Derived<>(background, read::of);
        this.read = read;
        this.acting = acting;
        this.composing = composing;
        this.background = background;
        this.router = router;
    }

    /// Keeps the map up with what is known, until the answer is closed.
    Subscription follow(ObservableValue<Loadable<Known>> known) {
        return page.follow(known);
    }

    ReadOnlyObjectProperty<Loadable<EmergencyPage>> page() {
        return page.value();
    }

    /// Goes to the pool of a stop; a stop of every pool leads to their list.
    void open(Stop stop) {
        router.go(stop.poolId() == 0 ? new Place.Pools() : new Place.Pool(stop.poolId(), PoolPart.OVERVIEW));
    }

    /// Goes to who stopped something.
    void open(Address by) {
        router.go(new Place.KnownAddress(by));
    }

    /// Why the last thing that was asked for could not be written.
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Begins a pause.
    void pause() {
        router.go(new Place.Pause());
    }

    /// Who can end a stop before its time.
    List<PauseLift> lifts(Stop stop, Loadable<Known> known, Loadable<Council> council) {
        return known.read()
                .map(now -> PauseLift.of(
                        now,
                        read.deployment(),
                        council.read().map(Council::safes).orElse(List.of()),
                        stop.number()))
                .orElse(List.of());
    }

    /// Safes that may do something else at once that makes the protocol safer.
    List<SafetyMeasure> measures(Loadable<Known> known, Loadable<Council> council) {
        return known.read()
                .map(now -> SafetyMeasure.of(
                        now,
                        read.deployment(),
                        council.read().map(Council::safes).orElse(List.of())))
                .orElse(List.of());
    }

    /// Writes a draft of it, and goes to where it is finished.
    void begin(SafetyMeasure measure) {
        problem.set(Optional.empty());
        background.run(
                "Writing the draft",
                () -> Attempt.of(() -> {
                    var draft = measure.draft(
                            composing.drafts().next(), composing.clock().instant());
                    composing.drafts().keep(draft);
                    return draft;
                }),
                outcome -> outcome.then(
                        draft -> router.go(new Place.Composition(Optional.of(draft.safe()), Optional.of(draft.id()))),
                        refused -> problem.set(Optional.of(refused))));
    }

    /// Writes the transaction that ends a stop, and goes to its review.
    void lift(PauseLift.Turn turn) {
        problem.set(Optional.empty());
        background.run(
                "Writing the transaction",
                () -> Attempt.of(() -> {
                    var subject = new SafeHashCase(turn.lift().safe().domain(), turn.transaction());
                    return acting.actions().kept().keep(SharedTransaction.unsigned(subject));
                }),
                outcome -> outcome.then(this::review, refused -> problem.set(Optional.of(refused))));
    }

    private void review(SharedTransaction written) {
        acting.changed();
        router.go(new Place.SafeTransaction(
                written.subject().domain().safe(), written.hash().hash()));
    }
}
