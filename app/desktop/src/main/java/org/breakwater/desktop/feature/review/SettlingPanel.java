package org.breakwater.desktop.feature.review;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.review.HoldUp;
import org.breakwater.desktop.feature.review.ReviewPage.Reviewed;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.place.SettlingRow;
import org.breakwater.desktop.place.Surroundings;
import org.breakwater.desktop.wording.ReviewFindings;

/// What holds a transaction, each with what is to be typed to settle it.
final class SettlingPanel extends VBox {

    private final Map<HoldUp, Node> rows = new HashMap<>();

    SettlingPanel(Surroundings around, ActionsViewModel model, Reviewed reviewed) {
        super(10);
        var findings = new ReviewFindings(around::name);
        getStyleClass().add("action-panel");
        var heading = Boxes.row(
                8,
                Words.strong("Type what each of these is, if you want it all the same"),
                Boxes.spacer(),
                Buttons.small(Buttons.plain("Cancel", model::cancel)));
        getChildren().add(heading);
        for (var holdUp : model.settled().get().open(reviewed.review())) {
            var evidence = findings.plain(holdUp.evidence(), reviewed.review().facts());
            var row = new SettlingRow(holdUp, evidence, model::settle);
            rows.put(holdUp, row);
            getChildren().add(row);
        }
        Shown.following(this, model.settled(), settled -> settled.holdUps().forEach(this::remove));
    }

    private void remove(HoldUp settled) {
        Optional.ofNullable(rows.remove(settled)).ifPresent(getChildren()::remove);
    }
}
