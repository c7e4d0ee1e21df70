package org.breakwater.core.value;

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
}
