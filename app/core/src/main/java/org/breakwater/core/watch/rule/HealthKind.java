package org.breakwater.core.watch.rule;

/// What may be wrong with the monitor itself.
public enum HealthKind {
    /// The chain could not be read, or what was read could not be kept.
    READING_FAILING(false),
    /// An endpoint is not used although it is preferred.
    ENDPOINT_PASSED_OVER(false),
    /// There was no new block for too long. Not on a network that somebody started for themselves.
    HEAD_STALE(true),
    /// The newest block's time and this machine's clock are too far apart. Not on a network that somebody started for
    /// themselves.
    CLOCK_APART(true),
    /// This machine's clock was set while the monitor ran.
    CLOCK_JUMPED(true),
    /// Alerts could not be written down.
    STORE_FAILING(false),
    /// Somebody who is to be told of alerts is not reached for too long.
    TARGET_FAILING(true),
    /// A file of rules or of targets that was chosen does not hold, so that other rules judge or nobody is told.
    SETTING_REFUSED(false);

    private final boolean hasLimit;

    HealthKind(boolean hasLimit) {
        this.hasLimit = hasLimit;
    }

    public boolean hasLimit() {
        return hasLimit;
    }
}
