package org.breakwater.desktop.feature.council;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.breakwater.core.council.Council;
import org.breakwater.core.follow.Known;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.place.Reviews;
import org.breakwater.desktop.place.WithCouncil;

/// The Safes: which one is shown, and which part of it.
final class CouncilViewModel {

    /// The parts of a Safe's page.
    enum Part {
        QUEUE,
        HISTORY,
        MESSAGES
    }

    private final Reviews reviews;
    private final WithCouncil<CouncilPage> page;
    private final ReadOnlyObjectWrapper<Optional<Address>> wanted;
    private final ReadOnlyObjectWrapper<Part> part = new ReadOnlyObjectWrapper<>(Part.QUEUE);

    /// @param wanted the Safe that was asked for; empty for the first
    CouncilViewModel(CouncilPage.Maker maker, Background background, Optional<Address> wanted) {
        this.reviews = maker.reviews();
        this.page = new WithCouncil<>(
                background,
                true,
                (known, council) -> maker.page(known, WithCouncil.read(council).orElseThrow()));
        this.wanted = new ReadOnlyObjectWrapper<>(wanted);
    }

    Subscription follow(ObservableValue<Loadable<Known>> known, ObservableValue<Loadable<Council>> council) {
        return page.follow(known, council, reviews.changes());
    }

    ReadOnlyObjectProperty<Loadable<CouncilPage>> page() {
        return page.value();
    }

    ReadOnlyObjectProperty<Part> part() {
        return part.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Address>> wanted() {
        return wanted.getReadOnlyProperty();
    }

    /// Goes to a Safe.
    void want(Optional<Address> safe) {
        wanted.set(safe);
    }

    void choose(Part chosen) {
        part.set(chosen);
    }

    /// The Safe to show: the one that was asked for, or the first. Empty where there is none at that address.
    Optional<SafePage> shown(CouncilPage read) {
        return wanted.get().isPresent()
                ? wanted.get().flatMap(read::safe)
                : read.safes().stream().findFirst();
    }
}
