package org.breakwater.desktop.kit;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Where content will stand while it is read. It does not move.
final class Skeleton extends VBox {

    private static final double[][] WIDTHS = {{96, 72}, {120, 64}, {84, 80}};

    Skeleton() {
        getStyleClass().add("skeleton");
        for (var pair : WIDTHS) {
            getChildren().add(Boxes.row(12, block(pair[0]), Boxes.spacer(), block(pair[1])));
        }
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText("Loading");
    }

    private static Node block(double width) {
        var block = Boxes.styled(new Region(), "skeleton-block");
        block.setMinWidth(width);
        return block;
    }

    /// Says how far the reading is, and offers to stop it.
    void say(StatePane.Progress progress) {
        var words = Words.secondary("");
        Shown.following(words, progress.words(), words::setText);
        var cancel = Buttons.small(Buttons.plain("Cancel", progress.cancel()));
        getChildren().addAll(Boxes.spacer(), Boxes.row(8, words, Boxes.spacer(), cancel));
    }
}
