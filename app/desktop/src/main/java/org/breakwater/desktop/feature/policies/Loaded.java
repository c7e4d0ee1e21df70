package org.breakwater.desktop.feature.policies;

import java.util.Optional;
import org.breakwater.core.value.Loadable;

/// What was read, however old.
final class Loaded {

    private Loaded() {}

    static <T> Optional<T> of(Loadable<T> state) {
        return switch (state) {
            case Loadable.Ready<T>(var value, var _) -> Optional.of(value);
            case Loadable.Stale<T>(var value, var _, var _) -> Optional.of(value);
            case Loadable.Idle<T> _, Loadable.Loading<T> _, Loadable.Failed<T> _ -> Optional.empty();
        };
    }
}
