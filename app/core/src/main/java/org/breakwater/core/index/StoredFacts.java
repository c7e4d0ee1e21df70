package org.breakwater.core.index;

import java.util.ArrayList;
import java.util.Optional;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.fact.FactDecoder;
import org.breakwater.core.fact.FollowedContracts;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.problem.ProblemException;

/// The facts that a store's logs tell, as of the moment it is made.
public final class StoredFacts {

    private static final long BLOCKS_AT_ONCE = 50_000;

    private final FactDecoder decoder;
    private final FollowedContracts followed;

    private StoredFacts(FactDecoder decoder, FollowedContracts followed) {
        this.decoder = decoder;
        this.followed = followed;
    }

    /// Takes facts one after the other.
    @FunctionalInterface
    public interface Reader {
        void take(LoggedFact fact) throws ProblemException;
    }

    /// Reads single logs of a store.
    public static StoredFacts reader(IndexReader store, FactDecoder decoder, Deployment deployment)
            throws IndexException {
        return of(store.state(), decoder, deployment);
    }

    /// Reads logs of a store in a known state.
    public static StoredFacts of(IndexState state, FactDecoder decoder, Deployment deployment) throws IndexException {
        var given = FollowedContracts.of(deployment);
        return new StoredFacts(decoder, SegmentReader.refolded(decoder, given, state.reveals()));
    }

    /// What a log says; nothing where this version does not know.
    public Optional<LoggedFact> read(ChainLog log) throws IndexException {
        return SegmentReader.decoded(decoder, followed, log);
    }

    /// Hands over every fact in the store, ascending by block and index.
    ///
    /// @return the height up to which these are all there are
    public static long read(IndexReader store, FactDecoder decoder, Deployment deployment, Reader reader)
            throws IndexException, ProblemException {
        var state = store.state();
        of(state, decoder, deployment).read(store, new BlockRange(0, state.through()), reader);
        return state.through();
    }

    /// Hands over the facts of a range, ascending by block and index.
    public void read(IndexReader store, BlockRange range, Reader reader) throws IndexException, ProblemException {
        for (long first = range.first(); first <= range.last(); first += BLOCKS_AT_ONCE) {
            var logs = new ArrayList<ChainLog>();
            store.read(new BlockRange(first, Math.min(range.last(), first + BLOCKS_AT_ONCE - 1)), logs::add);
            for (var log : logs) {
                var fact = read(log);
                if (fact.isPresent()) {
                    reader.take(fact.get());
                }
            }
        }
    }
}
