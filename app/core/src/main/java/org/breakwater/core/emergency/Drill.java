package org.breakwater.core.emergency;

import java.time.Duration;
import java.time.Instant;

/// A pause that was practised: decided on by a person, and carried out on a copy of the chain that ended afterwards.
/// Nothing was signed for it.
///
/// @param at when it ended
/// @param who practised, as they are called here
/// @param words what was paused
/// @param decided from opening the drill to the act, a person's time
/// @param carriedOut from the act to its end on the copy
/// @param failure why the copy did not carry it out; empty where it did
public record Drill(Instant at, String who, String words, Duration decided, Duration carriedOut, String failure) {

    /// How long a text may be.
    public static final int MOST_WORDS = 1_000;

    public Drill {
        if (decided.isNegative() || carriedOut.isNegative()) {
            throw new IllegalArgumentException("time does not run backwards");
        }
        if (who.length() > MOST_WORDS || words.length() > MOST_WORDS || failure.length() > MOST_WORDS) {
            throw new IllegalArgumentException("a text has at most " + MOST_WORDS + " characters");
        }
    }

    public boolean stopped() {
        return failure.isEmpty();
    }

    public Duration total() {
        return decided.plus(carriedOut);
    }
}
