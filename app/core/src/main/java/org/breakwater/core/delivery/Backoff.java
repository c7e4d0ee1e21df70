package org.breakwater.core.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt: twice as long after each, up to a bound, and by chance up to half of it
/// less.
final class Backoff {

    static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofMinutes(5);

    /// A target that asks for more is asked again after this.
    static final Duration LONGEST_ASKED = Duration.ofHours(1);

    private static final int MOST_DOUBLINGS = 20;

    private Backoff() {}

    /// @param failures at least 1
    /// @param asked by the target
    static Duration after(int failures, Optional<Duration> asked, RandomGenerator random) {
        var whole = FIRST.multipliedBy(1L << Math.min(MOST_DOUBLINGS, failures - 1));
        var bounded = whole.compareTo(LONGEST) < 0 ? whole : LONGEST;
        var own = bounded.minusNanos(random.nextLong(bounded.toNanos() / 2 + 1));
        return asked.map(Backoff::bounded)
                .filter(wanted -> wanted.compareTo(own) > 0)
                .orElse(own);
    }

    private static Duration bounded(Duration asked) {
        return asked.compareTo(LONGEST_ASKED) < 0 ? asked : LONGEST_ASKED;
    }
}
