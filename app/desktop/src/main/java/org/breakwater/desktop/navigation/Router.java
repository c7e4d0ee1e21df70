package org.breakwater.desktop.navigation;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The place one is at, the way back and the way forward. Lives on the toolkit's thread.
public final class Router {

    private static final int LONGEST_HISTORY = 100;

    private final ReadOnlyObjectWrapper<Place> current;
    private final Deque<Place> behind = new ArrayDeque<>();
    private final Deque<Place> ahead = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();

    public Router(Place start) {
        current = new ReadOnlyObjectWrapper<>(start);
    }

    public ReadOnlyObjectProperty<Place> current() {
        return current.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoBack() {
        return canGoBack.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoForward() {
        return canGoForward.getReadOnlyProperty();
    }

    /// Goes somewhere; what lay ahead is forgotten. Going where one is does nothing.
    public void go(Place place) {
        if (!place.equals(current.get())) {
            behind.push(current.get());
            if (behind.size() > LONGEST_HISTORY) {
                behind.removeLast();
            }
            ahead.clear();
            show(place);
        }
    }

    public void back() {
        step(behind, ahead);
    }

    public void forward() {
        step(ahead, behind);
    }

    private void step(Deque<Place> from, Deque<Place> to) {
        if (!from.isEmpty()) {
            to.push(current.get());
            show(from.pop());
        }
    }

    private void show(Place place) {
        canGoBack.set(!behind.isEmpty());
        canGoForward.set(!ahead.isEmpty());
        current.set(place);
    }
}
