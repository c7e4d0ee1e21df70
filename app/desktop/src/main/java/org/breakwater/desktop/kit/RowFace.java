package org.breakwater.desktop.kit;

import java.util.Optional;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;

/// A row of a list that can be pressed, as high as what it shows: words in it may take several lines.
public final class RowFace extends StackPane {

    private final Runnable act;
    private Optional<Runnable> twice = Optional.empty();

    /// @param spoken what is read out
    public RowFace(Node content, String spoken, Runnable act) {
        super(content);
        this.act = act;
        getStyleClass().add("list-row");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(spoken);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                requestFocus();
                act.run();
                if (event.getClickCount() == 2) {
                    twice.ifPresent(Runnable::run);
                }
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
                act.run();
                event.consume();
            }
        });
    }

    /// Called on a double click, after the row's own act.
    public RowFace onDoubleClick(Runnable open) {
        twice = Optional.of(open);
        return this;
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            act.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
