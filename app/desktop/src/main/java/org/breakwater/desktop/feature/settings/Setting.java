package org.breakwater.desktop.feature.settings;

import atlantafx.base.controls.ToggleSwitch;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;

/// One line of a card of settings.
final class Setting {

    private Setting() {}

    static Node row(String name, Node control) {
        var words = Words.body(name);
        words.setMinWidth(Region.USE_PREF_SIZE);
        return Boxes.styled(Boxes.row(8, words, Boxes.spacer(), control), "setting");
    }

    /// A switch that counts at once, with what it comes to under its name.
    static Node row(String name, ObservableValue<String> meaning, ToggleSwitch control) {
        var words = Words.wrapped(Words.secondary(meaning.getValue()));
        words.setId(control.getId() + "-meaning");
        Shown.following(words, meaning, words::setText);
        var column = new VBox(2, Words.body(name), words);
        column.setMinWidth(0);
        return Boxes.styled(Boxes.row(12, Boxes.growing(column), control), "setting", "endpoint-row");
    }

    /// A switch that stands as what it shows does.
    static ToggleSwitch toggle(String id, String name, ObservableValue<Boolean> on, Consumer<Boolean> set) {
        var toggle = new ToggleSwitch();
        toggle.setId(id);
        toggle.setAccessibleText(name);
        Shown.following(toggle, on, toggle::setSelected);
        toggle.selectedProperty().addListener((_, _, chosen) -> set.accept(chosen));
        return toggle;
    }
}
