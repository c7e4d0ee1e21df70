package org.breakwater.desktop.kit;

import java.util.Locale;

/// What kind of network a window is on. Nobody may mistake one for the other.
public enum NetworkKind {
    LIVE("live network"),
    TEST("test network"),
    LOCAL("local network"),
    DRILL("drill"),
    UNKNOWN("unknown network");

    private final String words;

    NetworkKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public String styleClass() {
        return "network-" + name().toLowerCase(Locale.ROOT);
    }
}
