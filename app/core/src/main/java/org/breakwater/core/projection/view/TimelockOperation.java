package org.breakwater.core.projection.view;

import org.breakwater.core.value.Hash32;

/// Calls that wait in the Timelock.
///
/// @param readyAt from when they can be executed, seconds since 1970
/// @param calls how many
/// @param predecessor that must be done before; zero for none
public record TimelockOperation(
        long readyAt, int calls, Hash32 predecessor, Hash32 salt, boolean done, boolean cancelled) {

    public TimelockOperation over(boolean wasDone) {
        return new TimelockOperation(readyAt, calls, predecessor, salt, wasDone, !wasDone);
    }

    public TimelockOperation salted(Hash32 with) {
        return new TimelockOperation(readyAt, calls, predecessor, with, done, cancelled);
    }
}
