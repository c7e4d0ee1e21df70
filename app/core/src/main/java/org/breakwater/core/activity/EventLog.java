package org.breakwater.core.activity;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.fact.FactDecoder;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.IndexStore;
import org.breakwater.core.index.LogQuery;
import org.breakwater.core.index.StoredFacts;
import org.breakwater.core.problem.ProblemException;

/// Everything that the protocol's contracts said, as it is stored here. Blocking: not for the window's thread.
public final class EventLog {

    private final IndexStore store;
    private final FactDecoder decoder;
    private final Deployment deployment;

    public EventLog(IndexStore store, FactDecoder decoder, Deployment deployment) {
        this.store = store;
        this.decoder = decoder;
        this.deployment = deployment;
    }

    /// How many there are.
    public int count(LogQuery query) throws ProblemException {
        try {
            return store.count(query);
        } catch (IndexException failed) {
            throw new ProblemException(failed.fault().problem(), failed);
        }
    }

    /// A part of them, newest first. What this version cannot read is left out of a page, but counted.
    ///
    /// @param offset how many newer ones to pass over
    /// @param limit at most so many
    public List<LoggedFact> page(LogQuery query, int offset, int limit) throws ProblemException {
        return entries(query, offset, limit).stream().map(LogEntry::fact).toList();
    }

    /// As {@link #page}, each with the bytes that it was read from.
    public List<LogEntry> entries(LogQuery query, int offset, int limit) throws ProblemException {
        try {
            var reader = StoredFacts.reader(store, decoder, deployment);
            var entries = new ArrayList<LogEntry>();
            for (var log : store.newest(query, offset, limit)) {
                reader.read(log).map(fact -> new LogEntry(log, fact)).ifPresent(entries::add);
            }
            return entries;
        } catch (IndexException failed) {
            throw new ProblemException(failed.fault().problem(), failed);
        }
    }
}
