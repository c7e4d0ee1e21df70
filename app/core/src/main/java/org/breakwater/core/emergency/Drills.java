package org.breakwater.core.emergency;

import java.util.List;
import org.breakwater.core.problem.ProblemException;

/// Port: the drills of this machine. What was kept is on the disk when the call returns.
public interface Drills {

    void keep(Drill drill) throws ProblemException;

    /// The newest first.
    List<Drill> newest(int most) throws ProblemException;
}
