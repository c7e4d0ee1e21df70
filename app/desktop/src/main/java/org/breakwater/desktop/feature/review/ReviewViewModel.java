package org.breakwater.desktop.feature.review;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.breakwater.core.council.Council;
import org.breakwater.core.follow.Known;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.place.Reviews;
import org.breakwater.desktop.place.WithCouncil;

/// One transaction's review, made anew with each block, and how deep it is looked into.
final class ReviewViewModel {

    /// The three depths.
    enum Depth {
        SENTENCE,
        FIELDS,
        BYTES
    }

    private final WithCouncil<ReviewPage> page;
    private final ReadOnlyObjectWrapper<Depth> depth = new ReadOnlyObjectWrapper<>(Depth.SENTENCE);

    private final Reviews reviews;
    private final Hash32 hash;

    ReviewViewModel(ReviewPage.Maker maker, Background background, Address safe, Hash32 hash) {
        this.reviews = maker.reviews();
        this.hash = hash;
        this.page = new WithCouncil<>(
                background,
                true,
                (known, council) -> maker.page(known, WithCouncil.read(council).orElseThrow(), safe, hash));
    }

    Subscription follow(ObservableValue<Loadable<Known>> known, ObservableValue<Loadable<Council>> council) {
        return page.follow(known, council, reviews.elsewhere());
    }

    ReadOnlyObjectProperty<Loadable<ReviewPage>> page() {
        return page.value();
    }

    ReadOnlyObjectProperty<Depth> depth() {
        return depth.getReadOnlyProperty();
    }

    void look(Depth deeper) {
        depth.set(deeper);
    }

    /// What the person read from a second machine.
    Optional<Hash32> comparedWith() {
        return Optional.ofNullable(reviews.elsewhere().get().get(hash));
    }

    /// Whether a hash is the one that is computed here.
    boolean isOwn(Hash32 shown) {
        return hash.equals(shown);
    }

    /// Has the transaction reviewed again, with what a second machine shows.
    void compare(Hash32 shown) {
        if (!comparedWith().equals(Optional.of(shown))) {
            reviews.compare(hash, shown);
        }
    }
}
