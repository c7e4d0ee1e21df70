package org.breakwater.desktop.feature.treasury;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.breakwater.core.follow.Known;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Router;
import org.breakwater.desktop.place.Derived;

/// The treasury's page and what one does on it.
final class TreasuryViewModel {

    /// Whose money the ladder is about.
    enum Side {
        BOTH,
        TREASURY,
        POOLS
    }

    private final Derived<TreasuryPage> page;
    private final ReadOnlyObjectWrapper<Side> side = new ReadOnlyObjectWrapper<>(Side.BOTH);
    private final Router router;

    TreasuryViewModel(ReadTreasury read, Background background, Router router) {
        this.page = new Derived<>(background, read::of);
        this.router = router;
    }

    /// Keeps the page up with what is known, until the answer is closed.
    Subscription follow(ObservableValue<Loadable<Known>> known) {
        return page.follow(known);
    }

    ReadOnlyObjectProperty<Loadable<TreasuryPage>> page() {
        return page.value();
    }

    ReadOnlyObjectProperty<Side> side() {
        return side.getReadOnlyProperty();
    }

    void show(Side wanted) {
        side.set(wanted);
    }

    /// The ladder of the side that is shown.
    static Ladder ladder(TreasuryPage page, Side side) {
        return switch (side) {
            case BOTH -> page.both();
            case TREASURY -> page.treasury();
            case POOLS -> page.pools();
        };
    }

    void open(Place place) {
        router.go(place);
    }
}
