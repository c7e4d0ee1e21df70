package org.breakwater.desktop.feature.emergency;

import java.time.Instant;
import java.util.Optional;
import org.breakwater.core.protocol.PauseScope;

/// One scope of one pool, or of every pool.
///
/// @param poolId 0 for every pool
/// @param stoppedUntil empty while it runs
/// @param coolingUntil from when it may be stopped again; empty when now
record MapCell(PauseScope scope, long poolId, Optional<Instant> stoppedUntil, Optional<Instant> coolingUntil) {

    /// How it stands.
    enum State {
        STOPPED,
        COOLING,
        RUNNING
    }

    State state() {
        if (stoppedUntil.isPresent()) {
            return State.STOPPED;
        }
        return coolingUntil.isPresent() ? State.COOLING : State.RUNNING;
    }

    String id() {
        return "stop-" + scope.bit() + "-pool-" + poolId;
    }
}
