package org.breakwater.desktop.feature.emergency;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.breakwater.core.follow.Known;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.PoolPart;
import org.breakwater.desktop.navigation.Router;
import org.breakwater.desktop.place.Derived;

/// The emergency map and where one goes from it.
final class EmergencyViewModel {

    private final Derived<EmergencyPage> page;
    private final Router router;

    EmergencyViewModel(ReadEmergency read, Background background, Router router) {
        this.page = new Derived<>(background, read::of);
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
}
