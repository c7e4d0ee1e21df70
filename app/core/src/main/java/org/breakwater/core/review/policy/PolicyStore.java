package org.breakwater.core.review.policy;

import org.breakwater.core.problem.ProblemException;

/// Port: where a person's policy is written down.
public interface PolicyStore {

    /// What is written down; {@link PersonalPolicy#NONE} where nothing is.
    ///
    /// @throws ProblemException where it cannot be read. Nobody goes on without it: it may deny something
    PersonalPolicy read() throws ProblemException;

    /// Writes the whole of it. When it returns, it is on the disk.
    void write(PersonalPolicy policy) throws ProblemException;
}
