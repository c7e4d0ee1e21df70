package org.breakwater.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class ContrastTest extends FxTest {

    @Test
    void blackOnWhiteIsTwentyOneToOne() {
        assertThat(Contrast.ratio(Color.BLACK, Color.WHITE)).isCloseTo(21, within(0.001));
    }

    @Test
    void theGreyThatJustFailsOnWhiteIsFound() {
        assertThat(tooLow("#777777", "white")).hasSize(1);
        assertThat(tooLow("#767676", "white")).isEmpty();
    }

    @Test
    void translucentGroundsAreLaidOverEachOther() {
        assertThat(tooLow("black", "rgba(0, 0, 0, 0.6)")).hasSize(1);
        assertThat(tooLow("black", "rgba(0, 0, 0, 0.2)")).isEmpty();
    }

    private static List<String> tooLow(String text, String ground) {
        return onFx(() -> {
            var label = new Label("words");
            label.setStyle("-fx-text-fill: " + text);
            var pane = new StackPane(label);
            pane.setStyle("-fx-background-color: white, " + ground);
            var scene = new Scene(pane);
            scene.snapshot(null); // lays it out
            return Contrast.tooLow(scene);
        });
    }
}
