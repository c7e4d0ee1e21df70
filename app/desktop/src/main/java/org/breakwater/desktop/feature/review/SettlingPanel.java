package org.breakwater.desktop.feature.review;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.review.HoldUp;
import org.breakwater.desktop.feature.review.ReviewPage.Reviewed;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Field;
import org.breakwater.desktop.kit.Field.Hint;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.place.Surroundings;
import org.breakwater.desktop.wording.ReviewFindings;

/// What holds a transaction, each with what is to be typed to settle it.
final class SettlingPanel extends VBox {

    private static final double WIDTH = 260;

    private final ActionsViewModel model;
    private final Reviewed reviewed;
    private final ReviewFindings findings;
    private final Map<HoldUp, Node> rows = new HashMap<>();

    SettlingPanel(Surroundings around, ActionsViewModel model, Reviewed reviewed) {
        super(10);
        this.model = model;
        this.reviewed = reviewed;
        this.findings = new ReviewFindings(around::name);
        getStyleClass().add("action-panel");
        var heading = Boxes.row(
                8,
                Words.strong("Type what each of these is, if you want it all the same"),
                Boxes.spacer(),
                Buttons.small(Buttons.plain("Cancel", model::cancel)));
        getChildren().add(heading);
        for (var holdUp : model.settled().get().open(reviewed.review())) {
            var row = row(holdUp);
            rows.put(holdUp, row);
            getChildren().add(row);
        }
        Shown.following(this, model.settled(), settled -> settled.holdUps().forEach(this::remove));
    }

    private void remove(HoldUp settled) {
        Optional.ofNullable(rows.remove(settled)).ifPresent(getChildren()::remove);
    }

    private Node row(HoldUp holdUp) {
        var hint = new ReadOnlyObjectWrapper<>(Optional.of(Hint.limits("Type: " + holdUp.phrase() + ", then Enter")));
        var field = new Field(holdUp.id() + ", " + holdUp.id().title(), "", hint);
        field.input().setId("settle-" + holdUp.id());
        field.setPrefWidth(WIDTH);
        field.setMinWidth(WIDTH);
        field.input().setOnAction(_ -> {
            var typed = field.input().getText();
            if (holdUp.isNamedBy(typed)) {
                model.settle(holdUp, typed);
            } else {
                hint.set(Optional.of(Hint.error("Not that. Type: " + holdUp.phrase())));
            }
        });
        var evidence = Words.wrapped(
                Words.body(findings.plain(holdUp.evidence(), reviewed.review().facts())));
        evidence.setGraphic(Icon.LOCK.at(Icon.Size.ROW, Severity.HOLD.tone()));
        return Boxes.row(16, Boxes.growing(Tone.DEFAULT.on(evidence)), field);
    }
}
