package org.breakwater.desktop.kit;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Subscription;

/// Ties following a value to being in a scene, so that a control that was taken out of it holds on to nothing.
public final class Shown {

    private Subscription subscription = Subscription.EMPTY;

    private Shown() {}

    /// Hands over the value when the node comes into a scene and after each change while it is there.
    public static <T> void following(Node node, ObservableValue<T> value, Consumer<T> sink) {
        var shown = new Shown();
        node.sceneProperty().subscribe(scene -> {
            shown.subscription.unsubscribe();
            shown.subscription = scene == null ? Subscription.EMPTY : value.subscribe(sink);
        });
    }

    /// Gives a node the focus once it has a window.
    public static <N extends Node> N focused(N node) {
        node.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                node.requestFocus();
            }
        });
        return node;
    }
}
