package org.breakwater.core.connection;

import java.time.Duration;

/// When an endpoint is left for another, and when it is gone back to.
///
/// @param lateAfter how much older a newest block may be than the newest of all
/// @param mostBlocksBehind so many blocks an endpoint may lag behind another that tells the same chain
/// @param mostTimeBehind and so much older its newest block may be; both must be exceeded
/// @param mostFailures so many times in a row the endpoint that is used may fail to tell its newest block
/// @param patience how long an endpoint must be well before it is gone back to
/// @param mostPatience to which that is doubled, each time it was left
/// @param calm after which an endpoint that was not left has its patience back
public record EndpointRules(
        Duration lateAfter,
        long mostBlocksBehind,
        Duration mostTimeBehind,
        int mostFailures,
        Duration patience,
        Duration mostPatience,
        Duration calm) {

    private static final long MOST_BLOCKS = 3;
    private static final int MOST_FAILURES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration MOST_PATIENCE = Duration.ofMinutes(15);
    private static final Duration CALM = Duration.ofMinutes(30);

    /// For a chain on which blocks come by themselves.
    public static EndpointRules live(Duration lateAfter) {
        return new EndpointRules(lateAfter, MOST_BLOCKS, lateAfter, MOST_FAILURES, PATIENCE, MOST_PATIENCE, CALM);
    }

    /// For a network that somebody started for themselves: its blocks have any age, so that their number alone counts.
    public static EndpointRules development(Duration lateAfter) {
        return new EndpointRules(lateAfter, MOST_BLOCKS, Duration.ZERO, MOST_FAILURES, PATIENCE, MOST_PATIENCE, CALM);
    }

    /// With another patience.
    public EndpointRules patient(Duration other) {
        return new EndpointRules(lateAfter, mostBlocksBehind, mostTimeBehind, mostFailures, other, mostPatience, calm);
    }
}
