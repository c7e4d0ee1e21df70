package org.breakwater.core.review.policy;

import java.time.Duration;
import java.time.Instant;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// Code that a person has had reviewed: it may run as the Safe, be its module, guard or handler. It counts only after a
/// while, so that nobody who is hurried, or who is not the person, gets through.
///
/// @param codeHash Keccak-256 of the runtime code; other code at the address is not allowed
/// @param why in the person's words; at most {@link #MOST_WHY} characters
/// @param since when it was written down
public record AllowedCode(Address contract, Hash32 codeHash, String why, Instant since) {

    /// How long it takes until an entry counts.
    public static final Duration COOL_DOWN = Duration.ofHours(24);

    public static final int MOST_WHY = 500;

    public AllowedCode {
        if (why.isBlank() || why.length() > MOST_WHY) {
            throw new IllegalArgumentException("why code is allowed is said in 1 to " + MOST_WHY + " characters");
        }
    }

    /// From when on it counts.
    public Instant from() {
        return since.plus(COOL_DOWN);
    }

    public boolean counts(Instant now) {
        return !now.isBefore(from());
    }
}
