package org.breakwater.desktop.feature.guide;

import javafx.scene.control.ScrollPane;

/// Where a page is read.
final class Reading {

    private Reading() {}

    /// As wide as its place, moved by arrow keys.
    static ScrollPane pane() {
        var pane = new ScrollPane();
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setFocusTraversable(true);
        pane.getStyleClass().add("reading");
        return pane;
    }
}
