package org.breakwater.desktop.feature.activity;

import java.time.Duration;

/// How far back the log is shown.
enum Span {
    DAY("last 24 h", 1),
    WEEK("last 7 days", 7),
    MONTH("last 30 days", 30),
    QUARTER("last 90 days", 90),
    YEAR("last 365 days", 365);

    private final String words;
    private final Duration length;

    Span(String words, int days) {
        this.words = words;
        this.length = Duration.ofDays(days);
    }

    String words() {
        return words;
    }

    Duration length() {
        return length;
    }
}
