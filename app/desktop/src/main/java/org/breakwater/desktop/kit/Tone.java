package org.breakwater.desktop.kit;

import java.util.Locale;
import javafx.scene.Node;

/// What a colour says. Blue means "you can act"; the rest is severity.
public enum Tone {
    DEFAULT,
    MUTED,
    ACCENT,
    SUCCESS,
    WARNING,
    HOLD,
    DANGER;

    private final String styleClass = name().toLowerCase(Locale.ROOT);

    public String styleClass() {
        return styleClass;
    }

    /// Gives a node this tone and takes any other from it.
    public <N extends Node> N on(N node) {
        for (var tone : values()) {
            node.getStyleClass().remove(tone.styleClass);
        }
        if (this != DEFAULT) {
            node.getStyleClass().add(styleClass);
        }
        return node;
    }
}
