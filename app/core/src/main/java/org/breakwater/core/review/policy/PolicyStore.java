package org.breakwater.core.review.policy;

import org.breakwater.core.problem.ProblemException;

/// Port: where a person's policy is written down.
public interface PolicyStore {

    /// A change of what is written down.
    @FunctionalInterface
    interface Change {
        PersonalPolicy of(PersonalPolicy before) throws ProblemException;
    }

    /// What is written down; {@link PersonalPolicy#NONE} where nothing is.
    ///
    /// @throws ProblemException where it cannot be read. Nobody goes on without it: it may deny something
    PersonalPolicy read() throws ProblemException;

    /// Changes what is written down, in turn with everybody else who does. When it returns, it is on the disk.
    void change(Change change) throws ProblemException;

    /// Where it is, in words.
    String where();
}
