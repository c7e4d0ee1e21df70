package org.breakwater.core.localnet;

import java.time.Duration;
import org.breakwater.core.problem.ProblemException;

/// Port: the time of a local network, which goes on by itself and can be moved ahead.
@FunctionalInterface
public interface LocalTime {

    /// The longest way ahead at once.
    Duration MOST = Duration.ofDays(366);

    /// Moves it ahead and makes a block at the new time. Blocking.
    ///
    /// @param by at least a second, at most {@link #MOST}
    void moveAhead(Duration by) throws ProblemException;
}
