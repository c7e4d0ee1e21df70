package org.breakwater.desktop.feature.settings;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.breakwater.desktop.place.Preferences;
import org.breakwater.desktop.theme.Appearance;

/// What is set. Every change is kept at once.
public final class SettingsViewModel {

    private final ReadOnlyObjectWrapper<Appearance> appearance;
    private final ReadOnlyObjectWrapper<Preferences> preferences;
    private final Consumer<Appearance> keep;
    private final Consumer<Preferences> prefer;

    /// With preferences as by default, which nobody keeps.
    ///
    /// @param keep called with each change, on the toolkit's thread
    public SettingsViewModel(Appearance start, Consumer<Appearance> keep) {
        this(start, keep, Preferences.DEFAULT, _ -> {});
    }

    /// @param keep called with each change of the appearance, on the toolkit's thread
    /// @param prefer called with each change of the preferences, on the toolkit's thread
    public SettingsViewModel(
            Appearance start, Consumer<Appearance> keep, Preferences preferred, Consumer<Preferences> prefer) {
        this.appearance = new ReadOnlyObjectWrapper<>(start);
        this.preferences = new ReadOnlyObjectWrapper<>(preferred);
        this.keep = keep;
        this.prefer = prefer;
    }

    public ReadOnlyObjectProperty<Appearance> appearance() {
        return appearance.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Preferences> preferences() {
        return preferences.getReadOnlyProperty();
    }

    public void change(UnaryOperator<Appearance> change) {
        var changed = change.apply(appearance.get());
        if (!changed.equals(appearance.get())) {
            appearance.set(changed);
            keep.accept(changed);
        }
    }

    public void prefer(UnaryOperator<Preferences> change) {
        var changed = change.apply(preferences.get());
        if (!changed.equals(preferences.get())) {
            preferences.set(changed);
            prefer.accept(changed);
        }
    }
}
