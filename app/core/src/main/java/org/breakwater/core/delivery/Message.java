package org.breakwater.core.delivery;

import java.time.Instant;
import java.util.List;
import org.breakwater.core.watch.AlertChange;

/// What a target is told at once.
public sealed interface Message {

    /// One change.
    record Single(AlertChange change) implements Message {}

    /// Several changes, oldest first.
    ///
    /// @param changes at least one
    record Summary(Why why, List<AlertChange> changes) implements Message {

        public Summary {
            changes = List.copyOf(changes);
            if (changes.isEmpty()) {
                throw new IllegalArgumentException("a summary of nothing");
            }
        }
    }

    /// Nothing happened: somebody looks whether messages arrive.
    record Test(Instant at) implements Message {}

    /// Why changes come together.
    enum Why {
        /// The target is new, and this stands already.
        BEGINNING,
        /// They were held while it was quiet.
        QUIET_HOURS
    }
}
