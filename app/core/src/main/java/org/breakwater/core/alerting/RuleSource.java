package org.breakwater.core.alerting;

import java.util.Optional;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.watch.rule.RuleBook;

/// Port: rules from files, and those that come with the program.
public interface RuleSource {

    /// @param path of a file of rules; empty for those that come with the program
    /// @throws ProblemException where the file does not hold, with the line or the rule
    RuleBook read(Optional<String> path) throws ProblemException;

    /// The text of the rules that come with the program, to be copied and changed.
    String standardText();
}
