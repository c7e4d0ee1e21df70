package org.breakwater.desktop.feature.review;

import org.breakwater.core.acting.Person;
import org.breakwater.desktop.place.Unlocking;

/// The way to a keystore that is locked, for an act under a review.
final class Unlock {

    private Unlock() {}

    /// @param person whose key the act takes
    static Unlocking of(ActionsViewModel model, Person person) {
        return new Unlocking(model.isLocked(person), model.stillLocked(), model::unlock, model::cancel);
    }
}
