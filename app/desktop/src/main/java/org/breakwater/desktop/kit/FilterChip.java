package org.breakwater.desktop.kit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;

/// A filter with its value: opens the values it can have, and an x clears it.
public final class FilterChip<T> extends Button {

    /// A value and its words.
    public record Value<T>(T value, String words) {}

    /// @param name what is filtered by
    /// @param values what it can be
    /// @param set what it is; empty for any
    /// @param choose takes the new value, or none
    public FilterChip(String name, List<Value<T>> values, Optional<Value<T>> set, Consumer<Optional<T>> choose) {
        super();
        getStyleClass().setAll("filter-chip");
        setMinWidth(USE_PREF_SIZE);
        var words = set.map(Value::words).orElse("any");
        Label key = Words.secondary(name);
        Label value = Tone.DEFAULT.on(Boxes.styled(Words.secondary(words), "medium"));
        key.setMinWidth(USE_PREF_SIZE);
        value.setMinWidth(USE_PREF_SIZE);
        setGraphic(
                Boxes.row(6, key, value, (set.isPresent() ? Icon.X : Icon.CHEVRON_DOWN).at(Icon.Size.TAG, Tone.MUTED)));
        setAccessibleText("Filter by " + name + ": " + words);
        if (set.isPresent()) {
            getStyleClass().add("set");
            setAccessibleHelp("Press to clear");
            setOnAction(_ -> choose.accept(Optional.empty()));
        } else {
            var menu = new ContextMenu();
            values.forEach(each -> menu.getItems().add(item(each, choose)));
            setOnAction(_ -> menu.show(this, Side.BOTTOM, 0, 4));
        }
    }

    private static <T> MenuItem item(Value<T> value, Consumer<Optional<T>> choose) {
        var item = new MenuItem(value.words());
        item.setOnAction(_ -> choose.accept(Optional.of(value.value())));
        return item;
    }
}
