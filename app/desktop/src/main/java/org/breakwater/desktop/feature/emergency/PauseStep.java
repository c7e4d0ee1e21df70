package org.breakwater.desktop.feature.emergency;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Words;

/// The heading of one of the three steps.
final class PauseStep {

    private PauseStep() {}

    static HBox heading(int number, String words, Node... trailing) {
        var circle = Boxes.styled(new Label(Integer.toString(number)), "pause-step");
        var heading = Boxes.row(8, circle, Words.section(words), Boxes.spacer());
        heading.getChildren().addAll(trailing);
        return heading;
    }
}
