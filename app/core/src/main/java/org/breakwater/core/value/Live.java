package org.breakwater.core.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A value that changes, and those who follow it. Any thread may set it; each follower sees every value in order, on
/// the
/// thread that set it, and the present one at once when it begins to follow.
public final class Live<T> {

    private final Object lock = new Object();
    private final List<Consumer<? super T>> followers = new ArrayList<>();
    private T value;

    public Live(T value) {
        this.value = value;
    }

    public T get() {
        synchronized (lock) {
            return value;
        }
    }

    public void set(T newValue) {
        synchronized (lock) {
            value = newValue;
            List.copyOf(followers).forEach(follower -> follower.accept(newValue));
        }
    }

    /// @return ends it
    public Following follow(Consumer<? super T> follower) {
        synchronized (lock) {
            followers.add(follower);
            follower.accept(value);
        }
        return () -> {
            synchronized (lock) {
                followers.remove(follower);
            }
        };
    }

    /// How many follow.
    public int followers() {
        synchronized (lock) {
            return followers.size();
        }
    }

    /// Ends following.
    @FunctionalInterface
    public interface Following extends AutoCloseable {

        @Override
        void close();
    }
}
