package org.breakwater.core.stress;

import java.util.Optional;
import org.breakwater.core.problem.ProblemException;

/// Port: keeps the assumptions of one network that somebody wrote, as their text.
public interface KeptAssumptions {

    /// Empty where nobody wrote any.
    Optional<String> read() throws ProblemException;

    /// @param text empty for what the console begins with
    void write(Optional<String> text) throws ProblemException;
}
