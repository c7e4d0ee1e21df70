package org.breakwater.desktop.navigation;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.breakwater.desktop.fx.Subscriptions;

/// What is shown at a place, from going there to leaving it. Each visit has a screen of its own.
public interface Screen {

    /// Where one is, from the section downwards: "Pools", "Bridge".
    ObservableValue<List<String>> trail();

    /// Builds the content; called once.
    Node root();

    /// Goes on to another place that this screen shows as well, without being built anew: another row of its table.
    ///
    /// @return false for a place that it does not show; it is left then
    default boolean moveTo(Place place) {
        return false;
    }

    /// The screen is shown. What it holds on to from now on goes into the bag, which is closed when it is left.
    void shown(Subscriptions until);
}
