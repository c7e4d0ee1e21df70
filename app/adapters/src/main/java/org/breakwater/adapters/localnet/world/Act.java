package org.breakwater.adapters.localnet.world;

import org.breakwater.core.problem.ProblemException;

/// Something that happens at an instant of the world's time.
@FunctionalInterface
interface Act {

    void play() throws ProblemException;
}
