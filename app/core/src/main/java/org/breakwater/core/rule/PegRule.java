package org.breakwater.core.rule;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.protocol.PegState;

/// How a settlement asset's state follows from a price (`PegWatch.sol`). Prices: 1e8 is one dollar.
public final class PegRule {

    private PegRule() {}

    /// @param broken below it the peg is lost
    /// @param watch below it the peg is watched
    /// @param recover from it on the peg is whole again
    public record Marks(BigInteger broken, BigInteger watch, BigInteger recover) {}

    /// A state is left for a better one only at the higher of the two marks between which the price may waver.
    ///
    /// @param price a good one; empty where there is none to be had
    public static PegState next(PegState state, Optional<BigInteger> price, Marks marks) {
        return price.map(good -> next(state, good, marks)).orElse(state == PegState.NORMAL ? PegState.WATCH : state);
    }

    private static PegState next(PegState state, BigInteger price, Marks marks) {
        if (price.compareTo(marks.broken()) < 0) {
            return PegState.DEPEGGED;
        }
        if (price.compareTo(marks.watch()) < 0) {
            return state == PegState.DEPEGGED ? PegState.DEPEGGED : PegState.WATCH;
        }
        if (price.compareTo(marks.recover()) >= 0) {
            return PegState.NORMAL;
        }
        return state == PegState.DEPEGGED ? PegState.WATCH : state;
    }
}
