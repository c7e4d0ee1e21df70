package org.breakwater.desktop.kit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.breakwater.desktop.l10n.Numbers;

/// A button that acts when it was held for two seconds, with the mouse or with the space bar. Letting go before does
/// nothing. It says how long is left; colour alone tells nothing.
public final class HoldButton extends StackPane {

    private static final long HOLD_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final double EDGE = 3;

    private final String words;
    private final Runnable act;
    private final Label label = new Label();
    private final Region fill = new Region();
    private final Region edge = new Region();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            held(System.nanoTime() - since);
        }
    };
    private long since;

    /// @param words what it does: "Hold to sign"
    public HoldButton(Icon icon, String words, Runnable act) {
        this.words = words;
        this.act = act;
        getStyleClass().add("hold-button");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(words + ", for two seconds");
        label.setGraphic(icon.at(Icon.Size.BUTTON, Tone.DANGER));
        fill.getStyleClass().add("hold-fill");
        edge.getStyleClass().add("hold-edge");
        edge.setMaxHeight(EDGE);
        setAlignment(fill, Pos.CENTER_LEFT);
        setAlignment(edge, Pos.BOTTOM_LEFT);
        getChildren().addAll(fill, edge, label);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> letGo());
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> letGo());
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        addEventHandler(KeyEvent.KEY_RELEASED, _ -> letGo());
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                letGo();
            }
        });
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                letGo();
            }
        });
        letGo();
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            requestFocus();
            hold();
            event.consume();
        }
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            if (since == 0) {
                hold();
            }
            event.consume();
        }
    }

    private void hold() {
        if (!isDisabled()) {
            since = System.nanoTime();
            timer.start();
        }
    }

    private void held(long nanos) {
        if (nanos >= HOLD_NANOS) {
            letGo();
            act.run();
            return;
        }
        show((double) nanos / HOLD_NANOS);
        label.setText("Keep holding, " + left(HOLD_NANOS - nanos) + " s more. Let go to stop.");
    }

    private static String left(long nanos) {
        return Numbers.decimal(BigDecimal.valueOf(nanos, 9), 1, RoundingMode.UP);
    }

    private void letGo() {
        since = 0;
        timer.stop();
        show(0);
        label.setText(words);
    }

    private void show(double share) {
        fill.setMaxWidth(getWidth() * share);
        edge.setMaxWidth(getWidth() * share);
        fill.setVisible(share > 0);
        edge.setVisible(share > 0);
    }
}
