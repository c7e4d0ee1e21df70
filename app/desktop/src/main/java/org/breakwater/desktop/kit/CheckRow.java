package org.breakwater.desktop.kit;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A check in a list: icon, sentence, evidence under it, the severity at the right, an act under that.
public final class CheckRow extends HBox {

    private static final double GAP = 10;

    public CheckRow(Check check) {
        super(GAP);
        getStyleClass().add("check-row");
        var words = new VBox(2, Words.wrapped(Words.name(check.sentence())));
        if (!check.evidence().isEmpty()) {
            words.getChildren().add(Words.wrapped(Words.secondary(check.evidence())));
        }
        var outcome = new VBox(4, new SeverityTag(check.severity()));
        outcome.setAlignment(Pos.TOP_RIGHT);
        check.act().ifPresent(act -> outcome.getChildren().add(new Link(act.words(), act.run())));
        getChildren()
                .addAll(
                        check.severity()
                                .icon()
                                .at(Icon.Size.ROW, check.severity().tone()),
                        Boxes.growing(words),
                        outcome);
    }
}
