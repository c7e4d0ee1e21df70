package org.breakwater.desktop.kit;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A framed part of a page with a heading.
public final class Card extends VBox {

    private Card(Node... parts) {
        super(parts);
        getStyleClass().add("card-pane");
    }

    /// A heading line, a line under it, and the content with the usual padding.
    public static Card of(String heading, Node content, Node... trailing) {
        return new Card(heading(heading, trailing), Boxes.growing(Boxes.styled(new VBox(content), "card-body")));
    }

    /// As {@link #of}, for content that reaches the card's edges: tables and rows.
    public static Card flush(String heading, Node content, Node... trailing) {
        return new Card(heading(heading, trailing), Boxes.growing(content));
    }

    private static HBox heading(String heading, Node... trailing) {
        var row = Boxes.row(8, Words.strong(heading), Boxes.spacer());
        row.getChildren().addAll(trailing);
        return Boxes.styled(row, "card-heading");
    }
}
