package org.breakwater.core.fact;

import java.math.BigInteger;

/// What a price feed's aggregator says (Chainlink `AggregatorInterface`).
public sealed interface FeedFact extends ProtocolFact {

    /// @param current with the feed's decimals
    record AnswerUpdated(BigInteger current, BigInteger roundId, BigInteger updatedAt) implements FeedFact {}

    /// The answers between which the feed follows the market.
    record LimitsSet(BigInteger minAnswer, BigInteger maxAnswer) implements FeedFact {}
}
