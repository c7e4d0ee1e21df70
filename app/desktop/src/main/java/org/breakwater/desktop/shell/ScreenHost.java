package org.breakwater.desktop.shell;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.StackPane;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Screen;

/// Shows the screen of the place one is at. Leaving ends everything it held on to.
final class ScreenHost extends StackPane {

    private final Function<Place, Screen> screens;
    private final ReadOnlyObjectWrapper<List<String>> trail = new ReadOnlyObjectWrapper<>(List.of());
    private Subscriptions held = new Subscriptions();
    private Predicate<Place> shown = _ -> false;

    ScreenHost(Function<Place, Screen> screens) {
        this.screens = screens;
        getStyleClass().add("screen");
    }

    /// Where one is.
    ReadOnlyObjectProperty<List<String>> trail() {
        return trail.getReadOnlyProperty();
    }

    void show(Place place) {
        if (shown.test(place)) {
            return;
        }
        held.close();
        held = new Subscriptions();
        var screen = screens.apply(place);
        held.add(screen.trail().subscribe(trail::set));
        getChildren().setAll(Boxes.growing(screen.root()));
        screen.shown(held);
        shown = screen::moveTo;
    }

    void leave() {
        held.close();
        shown = _ -> false;
        getChildren().clear();
    }
}
