package org.breakwater.desktop.kit;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// A field that narrows what is shown while it is typed in. Escape clears it.
public final class SearchBox extends HBox {

    private static final PseudoClass FOCUS = PseudoClass.getPseudoClass("within");

    private final TextField input = new TextField();

    /// @param prompt what can be looked for; also its name
    /// @param key the key that leads here
    public SearchBox(Icon icon, String prompt, String key, Consumer<String> search) {
        super(8, icon.at(Icon.Size.BUTTON, Tone.MUTED));
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("field", "search-box");
        input.getStyleClass().setAll("field-input");
        input.setPromptText(prompt);
        input.setAccessibleText(prompt);
        input.textProperty().subscribe(search);
        input.focusedProperty().subscribe(focused -> pseudoClassStateChanged(FOCUS, focused));
        input.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !input.getText().isEmpty()) {
                input.clear();
                event.consume();
            }
        });
        getChildren().addAll(Boxes.growing(input), new KeyCap(key));
        setOnMouseClicked(_ -> input.requestFocus());
    }

    public TextField input() {
        return input;
    }
}
