package org.breakwater.core.alerting;

import org.breakwater.core.problem.ProblemException;

/// Port: keeps what was chosen for the watch of one network.
public interface WatchChoices {

    /// What was kept last; {@link WatchChoice#STANDARD} where nothing was.
    WatchChoice read() throws ProblemException;

    void write(WatchChoice choice) throws ProblemException;
}
