package org.breakwater.desktop.kit.table;

import java.util.Locale;

/// How high rows are, at a text size of 100 %; the stylesheet lets them grow with the text.
public enum Density {
    /// A list of over a hundred rows, or a table inside a card: 28.
    CARD,
    /// A log: 30.
    LOG,
    /// Most tables: 34.
    LIST,
    /// A table above the detail of its row: 36.
    MASTER,
    /// Two lines: 50.
    TWO_LINES;

    String styleClass() {
        return "density-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
