package org.breakwater.desktop.kit;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// One of a few: as segments of one control, or as tabs over what they open. One is always chosen; arrow keys move.
public final class Choices<T> extends HBox {

    /// A choice and its words.
    public record Choice<T>(T value, String words) {}

    private final ToggleGroup group = new ToggleGroup();
    private final List<T> values;
    private final List<ToggleButton> buttons;

    private Choices(String name, String style, List<Choice<T>> choices, T chosen, Consumer<? super T> choose) {
        getStyleClass().add(style);
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleText(name);
        values = choices.stream().map(Choice::value).toList();
        buttons = choices.stream().map(choice -> button(choice, chosen, choose)).toList();
        getChildren().addAll(buttons);
        for (int i = 0; i < getChildren().size(); i++) {
            var edge = i == 0 ? "first" : i == getChildren().size() - 1 ? "last" : "middle";
            getChildren().get(i).getStyleClass().add(edge);
        }
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    public static <T> Choices<T> segments(String name, List<Choice<T>> choices, T chosen, Consumer<? super T> choose) {
        return new Choices<>(name, "segments", choices, chosen, choose);
    }

    public static <T> Choices<T> tabs(String name, List<Choice<T>> choices, T chosen, Consumer<? super T> choose) {
        return new Choices<>(name, "tab-row", choices, chosen, choose);
    }

    private ToggleButton button(Choice<T> choice, T chosen, Consumer<? super T> choose) {
        var button = new ToggleButton(choice.words());
        button.getStyleClass().add("choice");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        button.setAccessibleText(choice.words()); // named before it is drawn for the first time
        button.setToggleGroup(group);
        button.setSelected(choice.value().equals(chosen));
        button.setOnAction(_ -> {
            if (button.isSelected()) {
                choose.accept(choice.value());
            } else {
                button.setSelected(true); // one is always chosen
            }
        });
        return button;
    }

    /// Shows another choice as the chosen one, without choosing it.
    public void show(T chosen) {
        buttons.get(values.indexOf(chosen)).setSelected(true);
    }

    /// Gives a choice other words: a count that has changed.
    public void rename(T value, String words) {
        var button = buttons.get(values.indexOf(value));
        button.setText(words);
        button.setAccessibleText(words);
    }

    private void keyPressed(KeyEvent event) {
        var step = step(event.getCode());
        var at = getChildren().indexOf(getScene().getFocusOwner());
        if (step != 0 && at >= 0) {
            var next = (ToggleButton)
                    getChildren().get(Math.floorMod(at + step, getChildren().size()));
            next.requestFocus();
            next.fire();
            event.consume();
        }
    }

    private static int step(KeyCode key) {
        return switch (key) {
            case LEFT -> -1;
            case RIGHT -> 1;
            default -> 0;
        };
    }
}
