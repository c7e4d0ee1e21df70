package org.breakwater.desktop.command;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Keys pressed together. `Ctrl` is the command key on a Mac.
///
/// @param typed what the key types, for keys that lie elsewhere on other keyboards ("?"); empty to go by `key`
public record Chord(KeyCode key, String typed, boolean control, boolean shift, boolean alt) {

    public static Chord control(KeyCode key) {
        return new Chord(key, "", true, false, false);
    }

    public static Chord controlShift(KeyCode key) {
        return new Chord(key, "", true, true, false);
    }

    public static Chord alt(KeyCode key) {
        return new Chord(key, "", false, false, true);
    }

    /// A key alone. It does nothing while one types in a field.
    public static Chord bare(KeyCode key) {
        return new Chord(key, "", false, false, false);
    }

    /// A character alone, wherever it lies on the keyboard.
    public static Chord typing(String character) {
        return new Chord(KeyCode.UNDEFINED, character, false, false, false);
    }

    /// Whether it types something into a field.
    public boolean isBare() {
        return !control && !alt && !key.isFunctionKey();
    }

    boolean matches(KeyEvent event) {
        return typed.isEmpty()
                && event.getCode() == key
                && event.isShortcutDown() == control
                && event.isShiftDown() == shift
                && event.isAltDown() == alt;
    }

    boolean matchesTyped(KeyEvent event) {
        return !typed.isEmpty() && typed.equals(event.getCharacter()) && !event.isShortcutDown() && !event.isAltDown();
    }

    /// The keys, each as it is printed: "Ctrl", "Shift", "P".
    public List<String> caps() {
        var caps = new ArrayList<String>();
        if (control) {
            caps.add("Ctrl");
        }
        if (alt) {
            caps.add("Alt");
        }
        if (shift) {
            caps.add("Shift");
        }
        caps.add(cap());
        return List.copyOf(caps);
    }

    private String cap() {
        if (!typed.isEmpty()) {
            return typed;
        }
        return switch (key) {
            case LEFT -> "←";
            case RIGHT -> "→";
            case UP -> "↑";
            case DOWN -> "↓";
            default -> key.getName();
        };
    }

    /// `Ctrl+Shift+P`.
    public String text() {
        return String.join("+", caps());
    }
}
