package org.breakwater.desktop.feature.settings;

import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.follow.Known;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Card;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.place.Surroundings;

/// What the stress engine assumes about the world, line by line, to be read and changed.
final class AssumptionsPart {

    private static final int ROWS = 28;

    private final AssumptionsViewModel model;
    private final Surroundings around;

    AssumptionsPart(AssumptionsViewModel model, Surroundings around) {
        this.model = model;
        this.around = around;
    }

    Region root() {
        var standing = Words.wrapped(Words.body(""));
        standing.setId("assumptions-standing");
        Shown.following(
                standing,
                model.changed(),
                changed -> standing.setText(
                        changed.isEmpty()
                                ? "What the console begins with is assumed."
                                : "Changed from what the console begins with: " + changed + "."));
        var content = new VBox(
                10,
                Words.wrapped(
                        Words.secondary("No chain tells these. The treasury's losses within a year, the risk before"
                                + " and after a change in every review, and the monthly report are computed from them;"
                                + " each says so. They count on this machine, for this network.")),
                standing,
                text(),
                SignersPart.outcome(model.result(), "assumptions-outcome"),
                acts());
        return Card.of(
                "Assumptions of the stress engine",
                content,
                new Link("Open the treasury", () -> around.router().go(new Place.Treasury())));
    }

    private TextArea text() {
        var text = Boxes.styled(new TextArea(), "mono-text");
        text.setId("assumptions-text");
        text.setAccessibleText("Assumptions, a line each");
        text.setPrefRowCount(ROWS);
        text.textProperty().bindBidirectional(model.text());
        return text;
    }

    private Region acts() {
        var use = Buttons.primary(
                "Assume this from now on",
                () -> model.use(around.known().getValue().read().map(Known::view)));
        use.setId("assumptions-use");
        var standard = Buttons.plain("Back to the standard ones", model::standard);
        standard.setId("assumptions-standard");
        Shown.following(use, model.busy(), use::setDisable);
        Shown.following(standard, model.busy(), standard::setDisable);
        return Boxes.row(8, use, standard);
    }
}
