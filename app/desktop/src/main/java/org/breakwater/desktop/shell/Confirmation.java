package org.breakwater.desktop.shell;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.KeyCap;
import org.breakwater.desktop.kit.Words;

/// Asks once more before something that cannot be taken back.
final class Confirmation extends VBox {

    private static final double WIDTH = 480;

    private final Button cancel;

    /// @param act what would be done, as its button says it
    /// @param consequence what is lost by it
    Confirmation(String act, String consequence, Runnable go, Runnable close) {
        getStyleClass().addAll("popup", "confirmation");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        cancel = Buttons.plain("Cancel", close);
        var heading = Boxes.row(12, Words.section(act), Boxes.spacer(), new KeyCap("Esc"));
        var words = Words.wrapped(Words.body(consequence));
        var sure = Buttons.danger(Icon.REFRESH, act, () -> {
            close.run();
            go.run();
        });
        getChildren()
                .addAll(
                        Boxes.styled(heading, "sheet-heading"),
                        Boxes.styled(new VBox(16, words, new HBox(8, sure, cancel)), "sheet-groups"));
    }

    Button cancel() {
        return cancel;
    }
}
