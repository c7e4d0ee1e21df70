package org.breakwater.core.fact;

import java.math.BigInteger;

/// What an adapter keeps of a breach; all zero when it ended.
public sealed interface BreachFact extends ProtocolFact {

    record PriceDropBreachSet(long subjectId, PriceDrop breach) implements BreachFact {}

    record DepegBreachSet(long subjectId, Depeg breach) implements BreachFact {}

    record TvlDropBreachSet(long subjectId, TvlDrop breach) implements BreachFact {}

    /// The coin had its peg in that round: no breach begins before it.
    record Recovered(long subjectId, BigInteger roundId, long at) implements BreachFact {}

    /// @param reference8 average price it is measured by
    record PriceDrop(long startedAt, BigInteger reference8) {}

    /// @param final8 price in force at the end of its day; 0 while not known
    record Depeg(long startedAt, long final8) {}

    /// @param goodAt last sample before it
    /// @param baseline tokens per 1e18 shares it is measured by
    record TvlDrop(long firstAt, long goodAt, BigInteger baseline) {}
}
