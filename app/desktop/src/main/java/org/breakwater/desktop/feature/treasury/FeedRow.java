package org.breakwater.desktop.feature.treasury;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.breakwater.core.protocol.PegState;
import org.breakwater.core.value.Address;

/// A price feed with its age against its limit.
///
/// @param name what it prices
/// @param price in US dollars
/// @param peg empty where it is no settlement asset's
/// @param age empty where it gives no answer
record FeedRow(
        String name,
        Address feed,
        Optional<BigDecimal> price,
        Optional<PegState> peg,
        Optional<Duration> age,
        Duration limit,
        boolean late) {

    String id() {
        return "feed-" + feed;
    }

    /// How far along its limit it is: what cannot be relied on comes first.
    Duration over() {
        return age.map(old -> old.minus(limit)).orElse(Duration.ofSeconds(Long.MAX_VALUE));
    }
}
