package org.breakwater.core.watch;

import java.util.List;

/// What became of a monitor's memory, with what is told of it: all of it is written down, or nothing.
public record WatchStep(WatchMemory after, List<AlertChange> changes) {

    public WatchStep {
        changes = List.copyOf(changes);
    }
}
