package org.breakwater.core.risk;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.breakwater.core.treasury.Horizon;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;

/// A figure, and what it is true of.
///
/// @param value in the kind's unit; empty where there is none
/// @param missing why there is none; empty where there is one
/// @param block it is known after
/// @param asOf time of the oldest thing that it rests on
public record Metric(
        MetricKind kind, Scope scope, Optional<BigInteger> value, String missing, BlockRef block, Instant asOf) {

    public Metric {
        if (value.isPresent() != missing.isEmpty()) {
            throw new IllegalArgumentException("a figure is there, or there is a reason why not");
        }
    }

    /// What a figure is about.
    public sealed interface Scope {

        /// All pools and the treasury.
        record Protocol() implements Scope {}

        record Treasury() implements Scope {}

        record Pool(long poolId) implements Scope {}

        record Asset(Address asset) implements Scope {}

        record Feed(Address feed) implements Scope {}

        record Within(Horizon horizon) implements Scope {}

        /// An asset, if it fell.
        ///
        /// @param bps of its value
        record Fallen(Address asset, int bps) implements Scope {}

        /// The last time of such a length.
        record Span(Duration span) implements Scope {}
    }

    /// How old the oldest thing is that it rests on.
    public Duration age(Instant now) {
        return Duration.between(asOf, now);
    }
}
