package org.breakwater.core.reminder;

import java.util.Collection;
import java.util.Set;
import org.breakwater.core.problem.ProblemException;

/// Port: of what somebody was told on this machine.
public interface Told {

    /// How long a mark may be, in characters.
    int MOST_MARK = 300;

    /// Keeps marks. They are on the disk when the call returns.
    ///
    /// @return those that were not kept before
    Set<String> keep(Collection<String> marks) throws ProblemException;
}
