package org.breakwater.desktop.fx;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.util.Subscription;

/// Everything a screen holds on to while it is shown; closed when it is hidden. What is added to a closed bag ends at
/// once. Lives on the toolkit's thread.
public final class Subscriptions implements AutoCloseable {

    private final Deque<Subscription> held = new ArrayDeque<>();
    private boolean closed;

    public void add(Subscription subscription) {
        if (closed) {
            subscription.unsubscribe();
        } else {
            held.push(subscription);
        }
    }

    /// How many are held.
    public int size() {
        return held.size();
    }

    /// Ends all, the youngest first.
    @Override
    public void close() {
        closed = true;
        while (!held.isEmpty()) {
            held.pop().unsubscribe();
        }
    }
}
