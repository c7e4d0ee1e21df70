package org.breakwater.desktop.kit;

import javafx.scene.control.Label;

/// Words in the roles the type has. Each is a label that shows an ellipsis when it does not fit.
public final class Words {

    private Words() {}

    /// A number a whole screen is about: 24.
    public static Label hero(String text) {
        return styled(text, "hero");
    }

    /// A screen's title: 20.
    public static Label title(String text) {
        return styled(text, "title");
    }

    /// The title of a section or preview: 15.
    public static Label section(String text) {
        return styled(text, "section");
    }

    /// Running text: 13.
    public static Label body(String text) {
        return styled(text);
    }

    /// A name: 13, medium.
    public static Label name(String text) {
        return styled(text, "medium");
    }

    /// A heading inside a card, or a total: 13, semi-bold.
    public static Label strong(String text) {
        return styled(text, "strong");
    }

    /// Second text: 13, muted.
    public static Label muted(String text) {
        return styled(text, "muted");
    }

    /// Evidence, hints: 12, muted.
    public static Label secondary(String text) {
        return styled(text, "secondary", "muted");
    }

    /// A caption: 11.5, muted.
    public static Label caption(String text) {
        return styled(text, "caption", "muted");
    }

    /// Bytes: fixed width, 11.5.
    public static Label mono(String text) {
        return styled(text, "mono");
    }

    /// Lets words take several lines instead of an ellipsis.
    public static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private static Label styled(String text, String... styles) {
        var label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
