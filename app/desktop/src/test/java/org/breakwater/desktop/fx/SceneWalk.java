package org.breakwater.desktop.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/// Every node of a scene that can be seen.
public final class SceneWalk {

    private SceneWalk() {}

    public static List<Node> visible(Scene scene) {
        var found = new ArrayList<Node>();
        walk(scene.getRoot(), found, Node::isVisible);
        return found;
    }

    /// Whether a node and everything that it is in is visible.
    public static boolean isShown(Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    public static List<Node> all(Node root) {
        var found = new ArrayList<Node>();
        walk(root, found, _ -> true);
        return found;
    }

    private static void walk(Node node, List<Node> found, Predicate<Node> wanted) {
        if (wanted.test(node)) {
            found.add(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> walk(child, found, wanted));
            }
        }
    }

    /// What tells a person who reads a failing test which node is meant.
    public static String describe(Node node) {
        var path = new StringBuilder(node.getClass().getSimpleName()).append(node.getStyleClass());
        for (var parent = node.getParent(); parent != null && path.length() < 200; parent = parent.getParent()) {
            path.append(" in ").append(parent.getStyleClass());
        }
        return path.toString();
    }
}
