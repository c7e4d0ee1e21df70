package org.breakwater.core.projection.view;

import java.math.BigInteger;
import org.breakwater.core.protocol.SeriesState;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// Small parametric cover in units (`ICoverSeries.Series`). Assets.
///
/// @param redeemBy set at settlement; pauses lengthen it
/// @param unitPayout a unit at full severity
/// @param unitPaid a unit, set once at settlement
/// @param incidentId number of the reserve in the pool, 0 when nothing is due
public record Series(
        long poolId,
        long subjectId,
        SeriesState state,
        Address adapter,
        long salesEnd,
        long eventEnd,
        long redeemBy,
        int severityBps,
        BigInteger unitPayout,
        BigInteger maxUnits,
        BigInteger unitsSold,
        BigInteger unitsRedeemed,
        BigInteger unitPaid,
        BigInteger premiumCollected,
        long incidentId,
        Hash32 termsHash) {}
