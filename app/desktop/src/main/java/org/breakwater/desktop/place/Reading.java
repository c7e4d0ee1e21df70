package org.breakwater.desktop.place;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// One figure, or why there is none: so that an error in one does not hide the others.
///
/// @param problem why it is missing; empty where it is not
public record Reading<T>(Optional<T> value, String problem) {

    public static <T> Reading<T> of(Supplier<T> figure) {
        return ofOptional(() -> Optional.of(figure.get()), "");
    }

    /// @param absent what it means that there is none
    public static <T> Reading<T> ofOptional(Supplier<Optional<T>> figure, String absent) {
        try {
            var read = figure.get();
            return new Reading<>(read, read.isPresent() ? "" : absent);
        } catch (RuntimeException failed) {
            return new Reading<>(Optional.empty(), "It does not follow from the events: " + failed.getMessage() + ".");
        }
    }

    public <S> Reading<S> map(Function<T, S> what) {
        return new Reading<>(value.map(what), problem);
    }
}
