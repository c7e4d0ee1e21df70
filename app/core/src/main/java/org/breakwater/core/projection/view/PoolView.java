package org.breakwater.core.projection.view;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.protocol.PegState;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.value.Address;

/// A pool at one moment (`IProtocolLens.PoolView`).
///
/// @param sharePrice assets for 10^shareDecimals of shares, rounded down
/// @param maxDeposit assets that a deposit would take now
/// @param pausedScopes bits of `PauseScope` stopped now
/// @param pausedUntil latest end of them
/// @param coverByLevel assets, in the order of `RiskLevel`
public record PoolView(
        long poolId,
        Address pool,
        Address asset,
        RiskKind kind,
        String name,
        String symbol,
        int shareDecimals,
        BigInteger totalSupply,
        BigInteger sharePrice,
        BigInteger maxDeposit,
        Capital capital,
        BigInteger payoutsUsed,
        BigInteger payoutsLimit,
        BigInteger redemptionsUsed,
        BigInteger redemptionsLimit,
        BigInteger queueHead,
        BigInteger queueTail,
        PegState peg,
        long termsVersion,
        int pausedScopes,
        long pausedUntil,
        List<BigInteger> coverByLevel) {

    public PoolView {
        coverByLevel = List.copyOf(coverByLevel);
    }
}
