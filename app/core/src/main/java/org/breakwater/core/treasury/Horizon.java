package org.breakwater.core.treasury;

/// How far one looks ahead.
public enum Horizon {
    NOW(0),
    DAY(1),
    WEEK(7),
    MONTH(30),
    QUARTER(90);

    private static final long SECONDS_A_DAY = 86_400;

    private final int days;

    Horizon(int days) {
        this.days = days;
    }

    public int days() {
        return days;
    }

    /// The last second that is looked at, from a time on.
    public long end(long now) {
        return now + days * SECONDS_A_DAY;
    }
}
