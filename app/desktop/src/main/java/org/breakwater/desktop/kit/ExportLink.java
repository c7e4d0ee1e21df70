package org.breakwater.desktop.kit;

import javafx.scene.control.Button;

/// Keeps what a table or a chart shows in a file.
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

    private static Button button(String words, String spoken, Runnable export) {
        var button = Buttons.small(Buttons.flat(words, export));
        button.setGraphic(Icon.DOWNLOAD.at(Icon.Size.TAG, Tone.MUTED));
        button.setAccessibleText(spoken);
        return button;
    }
}
