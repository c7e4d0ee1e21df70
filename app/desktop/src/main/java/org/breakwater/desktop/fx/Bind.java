package org.breakwater.desktop.fx;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.breakwater.core.value.Live;

/// The one bridge from core's values that change to properties of the toolkit.
public final class Bind {

    private Bind() {}

    /// A property that follows a value, set on the executor given (the toolkit's thread), until the bag is closed.
    public static <T> ReadOnlyObjectProperty<T> toProperty(Live<T> live, Executor ui, Subscriptions until) {
        var property = new ReadOnlyObjectWrapper<>(live.get());
        var ended = new AtomicBoolean();
        var following = live.follow(value -> ui.execute(() -> {
            if (!ended.get()) {
                property.set(value);
            }
        }));
        until.add(() -> {
            ended.set(true);
            following.close();
        });
        return property.getReadOnlyProperty();
    }
}
