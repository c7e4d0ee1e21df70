package org.breakwater.core.fact;

import java.math.BigInteger;
import org.breakwater.core.protocol.PegState;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// What the treasury says.
public sealed interface TreasuryFact extends ProtocolFact {

    record FeesReceived(long poolId, Address asset, BigInteger amount) implements TreasuryFact {}

    record BackstopPaid(long poolId, long incidentId, BigInteger amount, boolean byCouncil) implements TreasuryFact {}

    record BackstopReturned(long poolId, long incidentId, BigInteger amount) implements TreasuryFact {}

    record VenueAdded(Address venue, Address asset, int capBps, long exitDelay, boolean selfReported)
            implements TreasuryFact {}

    record VenueClosed(Address venue) implements TreasuryFact {}

    /// @param principal after it
    record Allocated(Address venue, BigInteger amount, BigInteger principal) implements TreasuryFact {}

    record ExitRequested(Address venue, BigInteger amount, long readyAt) implements TreasuryFact {}

    /// @param profit below zero for a loss
    /// @param principal after it
    record Recalled(Address venue, BigInteger amount, BigInteger profit, BigInteger principal)
            implements TreasuryFact {}

    /// @param principal after it
    record LossRealised(Address venue, BigInteger amount, BigInteger principal) implements TreasuryFact {}

    /// @param decimals of the feed's answers
    record PegFeedSet(Address asset, Address feed, int decimals) implements TreasuryFact {}

    /// A good price was read that was not known yet.
    ///
    /// @param price8 1e8 is one US dollar
    record PegPriced(Address asset, BigInteger price8, long updatedAt) implements TreasuryFact {}

    record PegStateChanged(Address asset, PegState from, PegState to, BigInteger price8, long updatedAt)
            implements TreasuryFact {}

    record Spent(Address to, Address token, BigInteger amount, Hash32 memoHash, boolean byCouncil)
            implements TreasuryFact {}
}
