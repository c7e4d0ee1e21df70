package org.breakwater.desktop.feature.emergency;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;

/// All that the emergency map shows, from one block.
///
/// @param pools the columns after the first
/// @param stops the newest first
record EmergencyPage(
        BlockRef block,
        List<PoolName> pools,
        List<MapRow> rows,
        List<Stop> stops,
        Budget budget,
        Limits limits,
        List<Power> powers) {

    /// @param kind what it insures against, short
    record PoolName(long poolId, String name, String kind) {}

    /// @param freesAt when the oldest leaves the 90 days; empty while none is in them
    record Budget(int used, int max, Optional<Instant> freesAt) {}

    /// @param longest a pause may last
    /// @param coolDown after it, before the same may be stopped again
    record Limits(Duration longest, Duration coolDown) {}

    /// Who may do something about a stop.
    ///
    /// @param role by its name
    /// @param holders who has the role now, each with its delay
    record Power(String what, String role, List<Holder> holders) {
        Power {
            holders = List.copyOf(holders);
        }
    }

    record Holder(Address account, Duration delay) {}

    EmergencyPage {
        pools = List.copyOf(pools);
        rows = List.copyOf(rows);
        stops = List.copyOf(stops);
        powers = List.copyOf(powers);
    }

    List<Stop> running() {
        return stops.stream().filter(Stop::running).toList();
    }
}
