package org.breakwater.desktop.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// Buttons. One primary on a screen at most; it is named verb, object, signer.
public final class Buttons {

    private Buttons() {}

    public static Button primary(String words, Runnable act) {
        return button(words, act, "primary");
    }

    public static Button plain(String words, Runnable act) {
        return button(words, act);
    }

    public static Button plain(Icon icon, String words, Runnable act) {
        return withIcon(icon, Tone.DEFAULT, plain(words, act));
    }

    /// For what stops or removes something: the words in danger's colour, the face plain.
    public static Button danger(Icon icon, String words, Runnable act) {
        return withIcon(icon, Tone.DANGER, button(words, act, "danger-words"));
    }

    /// Without a face until the pointer is over it.
    public static Button flat(String words, Runnable act) {
        return button(words, act, "flat-face");
    }

    /// An icon alone; the name is read out and shown as a tooltip.
    public static Button icon(Icon icon, String name, Runnable act) {
        var button = button("", act, "flat-face", "icon-only");
        button.setGraphic(icon.at(Icon.Size.ROW));
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        return button;
    }

    /// 28 high instead of 32, in 12.
    public static Button small(Button button) {
        button.getStyleClass().add("small-face");
        return button;
    }

    /// A button that says beside it what is missing while it cannot be pressed.
    ///
    /// @param missing what is missing, or the empty string when nothing is
    public static HBox withReason(Button button, ObservableValue<String> missing) {
        var reason = Words.secondary("");
        Shown.following(button, missing, words -> {
            button.setDisable(!words.isEmpty());
            button.setAccessibleHelp(words);
            reason.setText(words);
            reason.setVisible(!words.isEmpty());
        });
        return Boxes.row(8, button, reason);
    }

    private static Button withIcon(Icon icon, Tone tone, Button button) {
        Node graphic = icon.at(Icon.Size.BUTTON, tone);
        button.setGraphic(graphic);
        return button;
    }

    private static Button button(String words, Runnable act, String... styles) {
        var button = new Button(words);
        button.getStyleClass().add("face");
        button.getStyleClass().addAll(styles);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
        return button;
    }
}
