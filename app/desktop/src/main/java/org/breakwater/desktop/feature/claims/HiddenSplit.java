package org.breakwater.desktop.feature.claims;

import javafx.scene.layout.VBox;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;

/// Says that how others voted is not shown, and shows it to those who ask for it.
final class HiddenSplit {

    private HiddenSplit() {}

    static VBox of(DossierViewModel model) {
        var words = Words.wrapped(
                Words.body("How others voted is hidden until you vote, so that nobody follows the first."));
        words.setGraphic(Icon.HIDDEN.at(Icon.Size.ROW, Tone.MUTED));
        var button = Buttons.small(Buttons.plain(Icon.HIDDEN, "Show it, I do not vote", model::reveal));
        button.setId("reveal-split");
        return new VBox(
                10,
                words,
                new VBox(6, button, Words.wrapped(Words.secondary("For readers without a vote in this case."))));
    }
}
