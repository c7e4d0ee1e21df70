package org.breakwater.desktop.kit;

import javafx.scene.Node;
import javafx.scene.layout.HBox;

/// A fact in one line: what it is at the left, the value at the right.
public final class FactRow extends HBox {

    public FactRow(String name, Node value) {
        super(8);
        var words = Words.muted(name);
        getStyleClass().add("fact-row");
        getChildren().addAll(words, Boxes.spacer(), value);
    }
}
