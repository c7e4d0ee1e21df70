package org.breakwater.core.claims;

import java.util.Optional;
import org.breakwater.core.activity.EventLog;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.fact.LoggedFact;

/// Something that happened around a claim or an incident: what it says, and the bytes that say so.
public record HistoryEntry(ChainLog log, LoggedFact fact) {

    /// Empty for a log that this version cannot read: what it concerns is not known.
    static Optional<HistoryEntry> of(EventLog.Entry entry) {
        return entry.fact().map(fact -> new HistoryEntry(entry.log(), fact));
    }
}
