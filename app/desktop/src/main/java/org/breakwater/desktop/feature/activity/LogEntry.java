package org.breakwater.desktop.feature.activity;

import java.time.Instant;
import org.breakwater.core.fact.LoggedFact;

/// An event as a row of the log.
///
/// @param where what the contract is called that says so
record LogEntry(LoggedFact event, String sentence, String where) {

    Instant time() {
        return event.block().time();
    }

    /// By which a test finds it.
    String id() {
        return "event-" + event.block().number() + "-" + event.index();
    }
}
