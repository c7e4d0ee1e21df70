package org.breakwater.core.review;

import java.util.List;
import org.breakwater.core.review.check.Check;

/// What becomes of a transaction at this person's hands.
public enum Verdict {
    /// Nothing stands against signing it.
    PASS,
    /// It may be signed after a second look: a typed phrase, or a second person.
    HOLD,
    /// It must not be signed.
    BLOCK;

    static Verdict of(List<Check> checks) {
        if (checks.stream().anyMatch(Check::blocks)) {
            return BLOCK;
        }
        return checks.stream().anyMatch(Check::holds) ? HOLD : PASS;
    }
}
