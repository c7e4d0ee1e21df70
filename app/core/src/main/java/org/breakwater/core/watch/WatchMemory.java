package org.breakwater.core.watch;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.breakwater.core.value.BlockRef;

/// All that a monitor has to remember from one block to the next, however it ends in between.
///
/// @param looked up to where everything is judged; empty before the first time
/// @param standing by their keys, oldest first
/// @param pending what is so and has to last before it is told, by the keys of the alerts
/// @param seen heights of what happened above finality, by the keys of the alerts
/// @param points of figures whose changes are watched, oldest first
/// @param remembered how things stood that no event tells, by what they are
/// @param lastSequence of the changes; never falls
/// @param lastAlert the highest number of an alert; never falls
public record WatchMemory(
        Optional<Looked> looked,
        SequencedMap<String, StandingAlert> standing,
        Map<String, Pending> pending,
        Map<String, Long> seen,
        List<Point> points,
        Map<String, String> remembered,
        long lastSequence,
        long lastAlert) {

    public static final WatchMemory EMPTY =
            new WatchMemory(Optional.empty(), new LinkedHashMap<>(), Map.of(), Map.of(), List.of(), Map.of(), 0, 0);

    public WatchMemory {
        standing = new LinkedHashMap<>(standing);
        pending = Map.copyOf(pending);
        seen = Map.copyOf(seen);
        points = List.copyOf(points);
        remembered = Map.copyOf(remembered);
    }

    /// @param finality height up to which the chain would not change any more, as it was known then
    public record Looked(BlockRef block, long finality) {}

    /// @param height of the block since which it is so
    /// @param since that block's time; of the monitor's own health, this machine's
    public record Pending(long height, Instant since) {}

    /// @param series rule and scope
    public record Point(String series, BlockRef block, BigInteger value) {}

    /// In the order in which they were raised.
    public Collection<StandingAlert> alerts() {
        return List.copyOf(standing.values());
    }
}
