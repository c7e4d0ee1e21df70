package org.breakwater.core.delivery;

/// Port: time that only passes. No setting of a clock changes it.
@FunctionalInterface
public interface Ticker {

    /// Nanoseconds since some moment.
    long nanos();
}
