package org.breakwater.core.compose;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.problem.ProblemException;

/// Port: the drafts on this machine. What a call wrote is on the disk when it returns.
public interface Drafts {

    /// A number that no draft has or had.
    long next() throws ProblemException;

    /// Keeps a draft as it stands, in place of what was kept under its number.
    void keep(Draft draft) throws ProblemException;

    Optional<Draft> find(long id) throws ProblemException;

    /// All of them, the one that was written to last first.
    List<Draft> all() throws ProblemException;

    /// Lets a draft go.
    void forget(long id) throws ProblemException;
}
