package org.breakwater.core.value;

import java.util.Optional;
import java.util.function.Function;
import org.breakwater.core.problem.Problem;

/// Something that is read from elsewhere, in one of its five states.
public sealed interface Loadable<T> {

    /// Not asked for yet.
    record Idle<T>() implements Loadable<T> {}

    /// Asked for, no answer yet.
    record Loading<T>() implements Loadable<T> {}

    /// Read as of a block.
    record Ready<T>(T value, BlockRef asOf) implements Loadable<T> {}

    /// Read as of an older block; a newer reading failed or is overdue.
    record Stale<T>(T value, BlockRef asOf, String why) implements Loadable<T> {}

    /// Could not be read.
    record Failed<T>(Problem problem) implements Loadable<T> {}

    /// What was read, be it the newest or not.
    default Optional<T> read() {
        return switch (this) {
            case Ready<T>(var value, var _) -> Optional.of(value);
            case Stale<T>(var value, var _, var _) -> Optional.of(value);
            case Idle<T> _, Loading<T> _, Failed<T> _ -> Optional.empty();
        };
    }

    /// What comes of the value, in the same state.
    default <R> Loadable<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Idle<T> _ -> new Idle<>();
            case Loading<T> _ -> new Loading<>();
            case Ready<T>(var value, var asOf) -> new Ready<>(change.apply(value), asOf);
            case Stale<T>(var value, var asOf, var why) -> new Stale<>(change.apply(value), asOf, why);
            case Failed<T>(var problem) -> new Failed<>(problem);
        };
    }
}
