package org.breakwater.core.delivery;

import org.breakwater.core.problem.ProblemException;

/// Port: secrets by their places.
@FunctionalInterface
public interface Secrets {

    /// @throws ProblemException where there is none, or others may read it; its sentence does not hold the secret
    Secret read(SecretPlace place) throws ProblemException;
}
