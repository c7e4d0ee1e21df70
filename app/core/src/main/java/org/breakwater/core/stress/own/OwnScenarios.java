package org.breakwater.core.stress.own;

import java.util.List;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.stress.Scenario.Loss;

/// Port: the scenarios that were thought of on this machine. What a call wrote is on the disk when it returns.
public interface OwnScenarios {

    /// How many there may be.
    int MOST = 200;

    /// In the order in which they were made.
    List<OwnScenario> all() throws ProblemException;

    /// Keeps a new one under a number that none has or had.
    OwnScenario add(String name, List<Loss> losses) throws ProblemException;

    /// Keeps it in place of what was kept under its number.
    void change(OwnScenario scenario) throws ProblemException;

    void forget(long id) throws ProblemException;
}
