package org.breakwater.desktop.kit;

import javafx.scene.control.Label;

/// A key as it is printed on the keyboard.
public final class KeyCap extends Label {

    public KeyCap(String key) {
        super(key);
        getStyleClass().add("key-cap");
        setMinWidth(USE_PREF_SIZE);
    }
}
