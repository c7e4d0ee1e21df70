package org.breakwater.desktop.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/// Search first, then the filters, "Clear" after the last one, and how many rows are left at the right.
public final class FilterRow extends HBox {

    private final SearchBox search;
    private final Runnable clear;

    /// A row whose filters are shown, and shown anew, by {@link #show}. The search stays, and what is typed in it.
    ///
    /// @param clear undoes every filter; the link is there only while one is set
    public FilterRow(SearchBox search, Runnable clear) {
        super(6, search);
        this.search = search;
        this.clear = clear;
        setAlignment(Pos.CENTER_LEFT);
        setFillHeight(false);
        getStyleClass().add("filter-row");
    }

    /// @param clear undoes every filter; the link is there only while one is set
    /// @param count what is shown of how many, in words
    public FilterRow(SearchBox search, Runnable clear, String count, FilterChip<?>... chips) {
        this(search, clear);
        show(count, chips);
    }

    /// Shows filters as they now are. The focus stays at its place in the row.
    public void show(String count, FilterChip<?>... chips) {
        var focused = getChildren().stream().filter(Node::isFocused).findFirst();
        var place = focused.map(getChildren()::indexOf);
        getChildren().remove(1, getChildren().size()); // the search keeps the focus it has
        var set = !search.input().getText().isEmpty();
        for (Node chip : chips) {
            getChildren().add(chip);
            set |= chip.getStyleClass().contains("set");
        }
        if (set) {
            getChildren().add(new Link("Clear", clear));
        }
        getChildren().addAll(Boxes.spacer(), Words.secondary(count));
        place.map(at -> getChildren().get(Math.min(at, chips.length))).ifPresent(Node::requestFocus);
    }
}
