package org.breakwater.core.projection.view;

/// That an account has a role in the AccessManager.
///
/// @param since in effect from here on, seconds since 1970
/// @param delay seconds between scheduling and executing, until `changesAt`
/// @param laterDelay from `changesAt` on
/// @param changesAt seconds since 1970; 0 when no change was asked for
public record Membership(long since, long delay, long laterDelay, long changesAt) {

    public static Membership from(long since, long delay) {
        return new Membership(since, delay, delay, 0);
    }

    /// With another delay from a time on. Whatever was to come before is taken as it stands at the asking.
    public Membership changing(long newDelay, long from, long askedAt) {
        return new Membership(since, delay(askedAt), newDelay, from);
    }

    public boolean isInEffect(long at) {
        return at >= since;
    }

    public long delay(long at) {
        return changesAt != 0 && at >= changesAt ? laterDelay : delay;
    }
}
