package org.breakwater.desktop.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;

/// Walks a scene as assistive technology does: everything that takes the focus has a role and a name, and so has every
/// picture.
public final class Accessibility {

    private Accessibility() {}

    /// The nodes that fall short.
    public static List<String> nameless(Scene scene) {
        var found = new ArrayList<String>();
        for (var node : SceneWalk.visible(scene)) {
            var needsName = (node.isFocusTraversable() && !(node instanceof ScrollPane))
                    || node.getAccessibleRole() == AccessibleRole.IMAGE_VIEW
                    || node.getAccessibleRole() == AccessibleRole.PROGRESS_INDICATOR;
            if (needsName && name(node).isBlank()) {
                found.add("no name: " + SceneWalk.describe(node));
            }
            if (node.isFocusTraversable() && node.getAccessibleRole() == AccessibleRole.NODE) {
                found.add("no role: " + SceneWalk.describe(node));
            }
        }
        return found;
    }

    /// What takes the focus, in the order of the tab key. The scene must be on a stage.
    public static List<Node> focusOrder(Scene scene) {
        return SceneWalk.visible(scene).stream()
                .filter(Node::isFocusTraversable)
                .filter(node -> !node.isDisabled())
                .toList();
    }

    /// The controls smaller than 28 × 28 pixels that a pointer has to hit.
    public static List<String> tooSmall(Scene scene) {
        return SceneWalk.visible(scene).stream()
                .filter(node -> node instanceof Button)
                .map(Control.class::cast)
                .filter(control -> control.getWidth() < 28 || control.getHeight() < 28)
                .map(SceneWalk::describe)
                .toList();
    }

    private static String name(Node node) {
        if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
            return node.getAccessibleText();
        }
        var text = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        return text == null ? "" : text.toString();
    }
}
