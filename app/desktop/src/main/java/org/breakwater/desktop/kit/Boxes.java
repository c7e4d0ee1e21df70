package org.breakwater.desktop.kit;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Rows and columns of nodes.
public final class Boxes {

    private Boxes() {}

    /// Side by side, centred on each other.
    public static HBox row(double gap, Node... nodes) {
        var row = new HBox(gap, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// One above the other, each as wide as the column.
    public static VBox column(double gap, Node... nodes) {
        return new VBox(gap, nodes);
    }

    /// Takes the room that is left between two nodes of a row or column.
    public static Region spacer() {
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        VBox.setVgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    /// A line of one pixel across.
    public static Region line() {
        return styled(new Region(), "line");
    }

    /// Lets a node take the room that is left in its row or column.
    public static <N extends Node> N growing(N node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        VBox.setVgrow(node, Priority.ALWAYS);
        return node;
    }

    /// Marks the last child for the stylesheet, which cannot find it itself, and only that one.
    public static void markLast(Pane pane) {
        pane.getChildren().forEach(child -> child.getStyleClass().remove("last"));
        if (!pane.getChildren().isEmpty()) {
            pane.getChildren().getLast().getStyleClass().add("last");
        }
    }

    public static <R extends Region> R padded(R region, double top, double right, double bottom, double left) {
        region.setPadding(new Insets(top, right, bottom, left));
        return region;
    }

    public static <N extends Node> N styled(N node, String... styles) {
        node.getStyleClass().addAll(styles);
        return node;
    }
}
