package org.breakwater.core.safe;

import org.breakwater.core.problem.ProblemException;

/// A transaction's fields as somebody wrote them: on a command line, in a file. It knows how to name a field in a
/// refusal.
public interface WrittenFields {

    /// What is written for a field.
    ///
    /// @throws ProblemException where nothing is
    String text(String field) throws ProblemException;

    /// A refusal of what is written for a field.
    ///
    /// @param why the rest of the sentence, without a full stop
    ProblemException refused(String field, String why);
}
