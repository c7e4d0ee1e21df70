package org.breakwater.core.review.check;

import org.breakwater.core.problem.ProblemException;

/// Looks at a transaction for one thing.
@FunctionalInterface
interface Rule {

    /// @throws ProblemException where something that it needs could not be read; the check could not run then
    CheckResult check(Scene scene) throws ProblemException;
}
