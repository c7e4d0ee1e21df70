package org.breakwater.desktop.feature.activity;

import java.time.Instant;
import java.util.Optional;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.fact.LoggedFact;

/// An event as a row of the log.
///
/// @param event what it says; empty where this version does not read it
/// @param where what the contract is called that says so
record LogEntry(ChainLog log, Optional<LoggedFact> event, String sentence, String where) {

    static final String UNREAD = "An event that no figure here depends on";

    Instant time() {
        return log.block().time();
    }

    /// By which a test finds it.
    String id() {
        return "event-" + log.block().number() + "-" + log.index();
    }
}
