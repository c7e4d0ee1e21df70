package org.breakwater.core.stress;

/// Who waits for a run. Called by any of its threads.
public interface StressWatch {

    /// For nobody who looks.
    StressWatch NOBODY = new StressWatch() {};

    /// @param years gone through so far
    /// @param of all of them
    default void reached(long years, long of) {}

    /// Whether the run is to be given up.
    default boolean isCancelled() {
        return false;
    }
}
