package org.breakwater.core.watch;

import java.util.List;
import org.breakwater.core.problem.ProblemException;

/// Port: the changes of alerts, in the order in which they were written down.
public interface AlertChanges {

    /// The changes after one, oldest first.
    ///
    /// @param sequence of the last one that is known; 0 for none
    /// @param most how many at once, at least 1
    List<AlertChange> after(long sequence, int most) throws ProblemException;
}
