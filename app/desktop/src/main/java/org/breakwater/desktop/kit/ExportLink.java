package org.breakwater.desktop.kit;

import javafx.scene.control.Button;

/// Keeps what a table, a chart or a list shows in a file.
public final class ExportLink {

    private ExportLink() {}

    /// @param what is exported: "the pools"
    public static Button csv(String what, Runnable export) {
        return button("CSV", "Export " + what + " as CSV", export);
    }

    /// @param what is exported: "the chart of solvency"
    public static Button png(String what, Runnable export) {
        return button("PNG", "Export " + what + " as a picture", export);
    }

    /// @param what is exported: "the dates of the inbox"
    public static Button calendar(String what, Runnable export) {
        return button(Icon.CALENDAR, "Calendar", "Export " + what + " as a calendar (ICS)", export);
    }

    private static Button button(String words, String spoken, Runnable export) {
        return button(Icon.DOWNLOAD, words, spoken, export);
    }

    private static Button button(Icon icon, String words, String spoken, Runnable export) {
        var button = Buttons.small(Buttons.flat(words, export));
        button.setGraphic(icon.at(Icon.Size.TAG, Tone.MUTED));
        button.setAccessibleText(spoken);
        return button;
    }
}
