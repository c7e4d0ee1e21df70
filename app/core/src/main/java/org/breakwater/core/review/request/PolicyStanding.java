package org.breakwater.core.review.request;

import java.time.Instant;

/// Whether a policy is as this program recorded it.
public sealed interface PolicyStanding {

    /// Nothing was ever written down.
    record None() implements PolicyStanding {}

    /// It is as it was when its last change was recorded.
    ///
    /// @param changes how many were recorded
    record Recorded(int changes, Instant last) implements PolicyStanding {}

    /// It is not: something else wrote to it.
    ///
    /// @param why what does not fit, a sentence
    record Changed(String why) implements PolicyStanding {}
}
