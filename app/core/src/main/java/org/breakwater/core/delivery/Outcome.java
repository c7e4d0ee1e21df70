package org.breakwater.core.delivery;

import java.time.Duration;
import java.util.Optional;

/// What became of a message.
public sealed interface Outcome {

    /// The target has it.
    record Taken() implements Outcome {}

    /// The target does not have it yet.
    ///
    /// @param why a sentence
    /// @param asked how long the target wants to be left alone
    record Later(String why, Optional<Duration> asked) implements Outcome {

        public Later(String why) {
            this(why, Optional.empty());
        }
    }

    /// The target says that it will not take this message.
    ///
    /// @param why a sentence
    record Refused(String why) implements Outcome {}

    /// This program ends: nobody knows whether the target has it.
    record Ended() implements Outcome {}
}
