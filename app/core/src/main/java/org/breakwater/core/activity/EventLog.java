package org.breakwater.core.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.fact.FactDecoder;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.IndexReader;
import org.breakwater.core.index.LogQuery;
import org.breakwater.core.index.StoredFacts;
import org.breakwater.core.problem.ProblemException;

/// Everything that the protocol's contracts said, as it is stored here. Blocking: not for the window's thread.
public final class EventLog {

    private final IndexReader store;
    private final FactDecoder decoder;
    private final Deployment deployment;

    public EventLog(IndexReader store, FactDecoder decoder, Deployment deployment) {
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
        try {
            var reader = StoredFacts.reader(store, decoder, deployment);
            var facts = new ArrayList<LoggedFact>();
            for (var log : store.newest(query, offset, limit)) {
                reader.read(log).ifPresent(facts::add);
            }
            return facts;
        } catch (IndexException failed) {
            throw new ProblemException(failed.fault().problem(), failed);
        }
    }

    /// A log as it is stored, with what it says.
    ///
    /// @param fact empty where this version cannot read it, or does not need it
    public record Entry(ChainLog log, Optional<LoggedFact> fact) {}

    /// A part of them, newest first, with those that this version cannot read.
    ///
    /// @param offset how many newer ones to pass over
    /// @param limit at most so many
    public List<Entry> entries(LogQuery query, int offset, int limit) throws ProblemException {
        try {
            var reader = StoredFacts.reader(store, decoder, deployment);
            var entries = new ArrayList<Entry>();
            for (var log : store.newest(query, offset, limit)) {
                entries.add(new Entry(log, reader.read(log)));
            }
            return entries;
        } catch (IndexException failed) {
            throw new ProblemException(failed.fault().problem(), failed);
        }
    }
}
