package org.breakwater.core.review.rehearsal;

import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.chain.ReviewChain;
import org.breakwater.core.review.chain.SimulatedCall;
import org.breakwater.core.review.chain.Simulation;

/// Port: a copy of a chain that nobody else sees, until it is closed. Blocking.
public interface ChainCopy extends AutoCloseable {

    /// The copy as it stands now.
    ReviewChain now() throws ProblemException;

    /// Carries a call out and keeps what it does; one that reverts leaves everything as it was.
    Simulation execute(SimulatedCall call) throws ProblemException;

    @Override
    void close();
}
