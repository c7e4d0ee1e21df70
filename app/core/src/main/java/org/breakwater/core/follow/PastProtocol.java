package org.breakwater.core.follow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.fact.FactDecoder;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.IndexReader;
import org.breakwater.core.index.StoredFacts;
import org.breakwater.core.problem.ProblemException;

/// The protocol as it was, folded anew from the events that are stored here. What other contracts said then is known
/// as far as events told it: venues are worth what was put into them. Blocking: not for the window's thread.
public final class PastProtocol {

    private final IndexReader store;
    private final FactDecoder decoder;
    private final Deployment deployment;

    public PastProtocol(IndexReader store, FactDecoder decoder, Deployment deployment) {
        this.store = store;
        this.decoder = decoder;
        this.deployment = deployment;
    }

    /// The protocol after the last block with events before each of some times; empty where there was none.
    ///
    /// @param times ascending
    public List<Optional<Known>> before(List<Instant> times) throws ProblemException {
        var fold = new Fold(deployment);
        var taken = new ArrayList<Optional<Known>>();
        try {
            StoredFacts.read(store, decoder, deployment, fact -> {
                while (taken.size() < times.size() && !fact.block().time().isBefore(times.get(taken.size()))) {
                    fold.finish();
                    taken.add(fold.known());
                }
                if (taken.size() < times.size()) {
                    fold.expect(times.get(taken.size()));
                    fold.add(fact);
                }
            });
        } catch (IndexException failed) {
            throw new ProblemException(failed.fault().problem(), failed);
        }
        fold.finish();
        while (taken.size() < times.size()) {
            taken.add(fold.known());
        }
        return taken;
    }
}
