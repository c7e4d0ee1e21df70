package org.breakwater.core.projection.view;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.value.Address;

/// A price feed that the protocol reads, at one moment.
///
/// @param use what for
/// @param price8 latest price where the feed says one, 1e8 is one US dollar
/// @param updatedAt time of the latest answer, seconds since 1970; empty where the feed gives none
/// @param maxAge seconds; nothing relies on an older answer (`ORACLE_MAX_AGE`)
/// @param at the moment, seconds since 1970
public record FeedView(
        Address feed, Use use, Optional<BigInteger> price8, Optional<Long> updatedAt, long maxAge, long at) {

    /// What a feed is read for.
    public sealed interface Use {

        /// The peg of a settlement asset.
        record Peg(Address asset) implements Use {}

        /// The price of an insured subject.
        ///
        /// @param second whether it is the one that the first is compared with
        record Trigger(long poolId, long subjectId, Address adapter, boolean second) implements Use {}
    }

    /// Seconds since the latest answer.
    public Optional<Long> age() {
        return updatedAt.map(since -> at - since);
    }

    /// Whether its answer is older than anything may rely on.
    public boolean isLate() {
        return age().filter(age -> age > maxAge).isPresent();
    }
}
