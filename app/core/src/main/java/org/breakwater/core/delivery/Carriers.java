package org.breakwater.core.delivery;

import org.breakwater.core.problem.ProblemException;

/// Port: opens the way to a target.
@FunctionalInterface
public interface Carriers {

    /// @throws ProblemException where its secret cannot be had, or its address is none
    Carrier open(Target target) throws ProblemException;
}
