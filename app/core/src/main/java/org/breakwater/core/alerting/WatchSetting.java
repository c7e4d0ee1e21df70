package org.breakwater.core.alerting;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.exposition.Outlets.Listed;
import org.breakwater.core.problem.Problem;

/// How the watch of a window is set, and how those that it tells stand.
///
/// @param choice which files were chosen
/// @param rules how many rules judge
/// @param unread why what was chosen is not known
/// @param rulesRefused why the chosen rules do not judge: those that come with the program do
/// @param targetsRefused why the chosen targets are not told: nobody is
/// @param targets in the order of their file
public record WatchSetting(
        WatchChoice choice,
        int rules,
        Optional<Problem> unread,
        Optional<Problem> rulesRefused,
        Optional<Problem> targetsRefused,
        List<Listed> targets) {

    public WatchSetting {
        targets = List.copyOf(targets);
    }
}
