package org.breakwater.desktop.kit;

import java.util.Locale;
import javafx.scene.control.Label;

/// A word with an icon in a small frame: a state, never an act.
public final class Tag extends Label {

    /// How a tag looks.
    public enum Look {
        NEUTRAL,
        ACCENT,
        WARNING,
        HOLD,
        DANGER,
        /// Dashed: what is over or was never known.
        DASHED
    }

    public Tag(Look look, Icon icon, String word) {
        super(word, icon.at(Icon.Size.TAG));
        dress(this, "tag-" + look.name().toLowerCase(Locale.ROOT));
    }

    /// Makes a label look like a tag of some style.
    static void dress(Label label, String style) {
        label.getStyleClass().addAll("tag", style);
        label.setMinWidth(USE_PREF_SIZE);
    }
}
