package org.breakwater.core.offer;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is computed when it is asked for, once. Any thread may ask.
final class Once<T> {

    private final Supplier<T> computation;
    private volatile @Nullable T value;

    Once(Supplier<T> computation) {
        this.computation = computation;
    }

    T get() {
        var known = value;
        return known != null ? known : compute();
    }

    private synchronized T compute() {
        var known = value;
        if (known == null) {
            known = computation.get();
            value = known;
        }
        return known;
    }
}
