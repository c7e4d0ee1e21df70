package org.breakwater.desktop.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.breakwater.desktop.kit.Boxes;
import org.jspecify.annotations.Nullable;

/// What lies over the window for a moment. Escape or a press beside it closes the topmost; while one is open the focus
/// stays in it and no key reaches the window; afterwards the focus goes back to where it was.
public final class Overlays extends StackPane {

    private record Layer(
            Region scrim,
            Node content,
            Node focus,
            @Nullable Node focusBefore) {}

    private final Deque<Layer> layers = new ArrayDeque<>();
    private Subscription guard = Subscription.EMPTY;

    /// @param below the window's own content
    Overlays(Node below) {
        super(below);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && isOpen()) {
                event.consume();
                closeTop();
            }
        });
    }

    /// Opens over everything.
    ///
    /// @param focus what takes the focus
    public void open(Node content, Pos at, Node focus) {
        var before = getScene() == null ? null : getScene().getFocusOwner();
        var scrim = Boxes.styled(new Region(), "scrim");
        scrim.setOnMousePressed(_ -> closeTop());
        content.addEventHandler(KeyEvent.ANY, Overlays::keep);
        layers.push(new Layer(scrim, content, focus, before));
        setAlignment(content, at);
        getChildren().addAll(scrim, content);
        content.applyCss(); // gives fields their skin, without which the next key would be lost
        focus.requestFocus();
        watchFocus();
    }

    public boolean isOpen() {
        return !layers.isEmpty();
    }

    public void closeTop() {
        if (layers.isEmpty()) {
            return;
        }
        guard.unsubscribe();
        var layer = layers.pop();
        getChildren().removeAll(layer.scrim(), layer.content());
        var before = layer.focusBefore();
        if (before != null) {
            before.requestFocus();
        }
        if (isOpen()) {
            watchFocus();
        }
    }

    /// Tab goes on; everything else ends here.
    private static void keep(KeyEvent event) {
        if (event.getCode() != KeyCode.TAB) {
            event.consume();
        }
    }

    private void watchFocus() {
        guard.unsubscribe();
        guard = getScene() == null
                ? Subscription.EMPTY
                : getScene().focusOwnerProperty().subscribe(this::bringBack);
    }

    private void bringBack(@Nullable Node owner) {
        var top = layers.peek();
        if (top != null && !Focus.isWithin(owner, top.content())) {
            top.focus().requestFocus();
        }
    }
}
