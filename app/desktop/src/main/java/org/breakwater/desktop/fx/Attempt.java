package org.breakwater.desktop.fx;

import java.util.function.Consumer;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// What came of work that may be refused.
public sealed interface Attempt<T> {

    /// It was done.
    record Done<T>(T value) implements Attempt<T> {}

    /// It was refused.
    record Refused<T>(Problem problem) implements Attempt<T> {}

    /// Work that may be refused.
    @FunctionalInterface
    interface Work<T> {
        T done() throws ProblemException;
    }

    static <T> Attempt<T> of(Work<T> work) {
        try {
            return new Done<>(work.done());
        } catch (ProblemException refused) {
            return new Refused<>(refused.problem());
        }
    }

    /// Hands it to whom it concerns.
    default void then(Consumer<? super T> done, Consumer<Problem> refused) {
        switch (this) {
            case Done<T>(var value) -> done.accept(value);
            case Refused<T>(var problem) -> refused.accept(problem);
        }
    }
}
