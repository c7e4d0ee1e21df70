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

    private static StoredFacts of(IndexState state, FactDecoder decoder, Deployment deployment) throws IndexException {
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
        var facts = of(state, decoder, deployment);
        for (long first = 0; first <= state.through(); first += BLOCKS_AT_ONCE) {
            var logs = new ArrayList<ChainLog>();
            store.read(new BlockRange(first, Math.min(state.through(), first + BLOCKS_AT_ONCE - 1)), logs::add);
            for (var log : logs) {
                var fact = facts.read(log);
                if (fact.isPresent()) {
                    reader.take(fact.get());
                }
            }
        }
        return state.through();
    }
}
