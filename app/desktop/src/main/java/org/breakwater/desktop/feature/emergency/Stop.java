package org.breakwater.desktop.feature.emergency;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// One pause, running or over.
///
/// @param where the pool's name, or "every pool"
/// @param until as set last; the DAO may have made it later
/// @param lifted when somebody ended it early
record Stop(
        long number,
        List<PauseScope> scopes,
        long poolId,
        String where,
        Instant from,
        Instant until,
        Optional<Instant> lifted,
        Address by,
        Hash32 reason,
        boolean running) {

    Stop {
        scopes = List.copyOf(scopes);
    }

    Instant end() {
        return lifted.orElse(until);
    }
}
