package org.breakwater.core.watch;

import java.util.List;
import org.breakwater.core.problem.ProblemException;

/// Port: the alerts of one monitor, kept on this machine. One program writes; any thread may ask.
public interface AlertStore extends AlertChanges {

    /// So many changes are kept: of alerts that are cleared the oldest are forgotten beyond it. Their numbers are never
    /// used again.
    int MOST_CHANGES = 20_000;

    /// What was written last; {@link WatchMemory#EMPTY} where nothing was.
    WatchMemory memory() throws ProblemException;

    /// Writes a step, whole or not at all, however this program ends. It is on the disk when the call returns.
    void write(WatchStep step) throws ProblemException;

    /// The newest changes, newest first.
    ///
    /// @param offset how many newer ones to pass over
    /// @param most how many at once, at least 1
    List<AlertChange> newest(int offset, int most) throws ProblemException;

    /// How many changes are kept.
    int count() throws ProblemException;
}
