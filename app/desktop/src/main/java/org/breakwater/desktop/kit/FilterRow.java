package org.breakwater.desktop.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/// Search first, then the filters, "Clear" after the last one, and how many rows are left at the right.
public final class FilterRow extends HBox {

    /// @param clear undoes every filter; the link is there only while one is set
    /// @param count what is shown of how many, in words
    public FilterRow(SearchBox search, Runnable clear, String count, FilterChip<?>... chips) {
        super(6, search);
        setAlignment(Pos.CENTER_LEFT);
        setFillHeight(false);
        getStyleClass().add("filter-row");
        var set = false;
        for (Node chip : chips) {
            getChildren().add(chip);
            set |= chip.getStyleClass().contains("set");
        }
        if (set) {
            getChildren().add(new Link("Clear", clear));
        }
        getChildren().addAll(Boxes.spacer(), Words.secondary(count));
    }
}
