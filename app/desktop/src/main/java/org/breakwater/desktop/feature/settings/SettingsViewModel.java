package org.breakwater.desktop.feature.settings;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.breakwater.desktop.theme.Appearance;

/// What is set. Every change is kept at once.
public final class SettingsViewModel {

    private final ReadOnlyObjectWrapper<Appearance> appearance;
    private final Consumer<Appearance> keep;

    /// @param keep called with each change, on the toolkit's thread
    public SettingsViewModel(Appearance start, Consumer<Appearance> keep) {
        this.appearance = new ReadOnlyObjectWrapper<>(start);
        this.keep = keep;
    }

    public ReadOnlyObjectProperty<Appearance> appearance() {
        return appearance.getReadOnlyProperty();
    }

    public void change(UnaryOperator<Appearance> change) {
        var changed = change.apply(appearance.get());
        if (!changed.equals(appearance.get())) {
            appearance.set(changed);
            keep.accept(changed);
        }
    }
}
