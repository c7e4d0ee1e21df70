package org.breakwater.core.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.connection.EndpointUse;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.risk.Metric;

/// How a monitor stands.
///
/// @param known judged last; empty before the first block
/// @param metrics of that block; empty where no rule needs them
/// @param standing alerts, in the order in which they were raised
/// @param lastSequence of the changes that are written down
/// @param endpoints which one is read
/// @param reading why the chain could not be read when it was tried last
/// @param keeping why alerts could not be written down when it was tried last
/// @param at when it looked last, by this machine's clock
/// @param took from the news of the block to what is written down
public record WatchStatus(
        Optional<Known> known,
        List<Metric> metrics,
        List<StandingAlert> standing,
        long lastSequence,
        Optional<EndpointUse> endpoints,
        Optional<Problem> reading,
        Optional<Problem> keeping,
        Instant at,
        Duration took) {

    public WatchStatus {
        metrics = List.copyOf(metrics);
        standing = List.copyOf(standing);
    }

    /// Before anything was looked at.
    public static WatchStatus initial(Instant at) {
        return new WatchStatus(
                Optional.empty(),
                List.of(),
                List.of(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                at,
                Duration.ZERO);
    }
}
