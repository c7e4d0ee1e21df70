package org.breakwater.desktop.fx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The names of the work that is under way, oldest first.
public final class PendingWork {

    private final Map<Object, String> running = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<List<String>> names = new ReadOnlyObjectWrapper<>(List.of());

    PendingWork() {}

    public ObservableValue<List<String>> names() {
        return names.getReadOnlyProperty();
    }

    void begun(Object task, String name) {
        running.put(task, name);
        names.set(List.copyOf(running.values()));
    }

    void ended(Object task) {
        running.remove(task);
        names.set(List.copyOf(running.values()));
    }
}
