package org.breakwater.adapters.localnet.world;

import org.breakwater.core.problem.ProblemException;

/// One part of the story: puts its acts on the agenda before the world starts.
interface Strand {

    void begin() throws ProblemException;
}
