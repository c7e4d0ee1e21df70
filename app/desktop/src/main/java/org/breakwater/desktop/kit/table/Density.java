package org.breakwater.desktop.kit.table;

/// How high rows are.
public enum Density {
    /// A list of over a hundred rows, or a table inside a card: 28.
    CARD(28),
    /// A log: 30.
    LOG(30),
    /// Most tables: 34.
    LIST(34),
    /// A table above the detail of its row: 36.
    MASTER(36),
    /// Two lines: 50.
    TWO_LINES(50);

    private final double pixels;

    Density(double pixels) {
        this.pixels = pixels;
    }

    /// Pixels at a text size of 100 %.
    double pixels() {
        return pixels;
    }
}
