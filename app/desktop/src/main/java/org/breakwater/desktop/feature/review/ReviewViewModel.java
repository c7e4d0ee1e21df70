package org.breakwater.desktop.feature.review;

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

    ReviewViewModel(ReviewPage.Maker maker, Background background, Address safe, Hash32 hash) {
        this.page = new WithCouncil<>(
                background,
                true,
                (known, council) -> maker.page(known, WithCouncil.read(council).orElseThrow(), safe, hash));
    }

    Subscription follow(ObservableValue<Loadable<Known>> known, ObservableValue<Loadable<Council>> council) {
        return page.follow(known, council);
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
}
