package org.breakwater.core.verification;

import java.time.Instant;

/// A delay of the AccessManager, which may be about to become another.
///
/// @param seconds now
/// @param next seconds from `from` on; the same as `seconds` where nothing is about to change
public record DelayInForce(long seconds, long next, Instant from) {

    public static DelayInForce of(long seconds) {
        return new DelayInForce(seconds, seconds, Instant.EPOCH);
    }

    @Override
    public String toString() {
        return seconds == next ? seconds + " s" : seconds + " s and " + next + " s from " + from + " on";
    }
}
