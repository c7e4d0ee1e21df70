package org.breakwater.desktop.kit;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// A part of a screen that is drawn anew when its value is another one, and only then: a new block that changes nothing
/// here moves nothing here.
public final class Redrawn<T> extends VBox {

    private Optional<T> drawn = Optional.empty();

    /// @param value is compared by what it says
    public Redrawn(ObservableValue<T> value, Function<? super T, ? extends Node> draw) {
        Shown.following(this, value, next -> {
            if (next != null && !drawn.equals(Optional.of(next))) {
                drawn = Optional.of(next);
                getChildren().setAll(Boxes.growing(draw.apply(next)));
            }
        });
    }
}
