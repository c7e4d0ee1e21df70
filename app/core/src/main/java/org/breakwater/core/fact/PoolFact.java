package org.breakwater.core.fact;

import java.math.BigInteger;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.value.Address;

/// What a risk pool says. Amounts are assets unless they are called shares. A lock is named by the module that made it
/// and
/// that module's number.
public sealed interface PoolFact extends ProtocolFact {

    /// Capital came in.
    record Deposit(Address sender, Address owner, BigInteger assets, BigInteger shares) implements PoolFact {}

    /// Shares wait in the queue.
    record RedeemRequested(BigInteger requestId, Address controller, Address owner, BigInteger shares, long claimableAt)
            implements PoolFact {}

    /// @param complete whether nothing of the request waits any more
    record RedeemFilled(
            BigInteger requestId, Address controller, BigInteger shares, BigInteger assets, boolean complete)
            implements PoolFact {}

    record RedeemCancelled(BigInteger requestId, Address controller, BigInteger sharesReturned) implements PoolFact {}

    record RedeemCollected(Address controller, BigInteger assets) implements PoolFact {}

    /// What the processing of the queue moved on.
    ///
    /// @param head first request that is neither filled nor cancelled
    /// @param nextInsured place of the insured subject whose level is looked at next
    record QueueAdvanced(BigInteger head, BigInteger nextInsured) implements PoolFact {}

    /// @param activeCover of the whole pool, after it
    record CoverLocked(
            Address module,
            BigInteger lockId,
            long subjectId,
            RiskLevel level,
            BigInteger amount,
            BigInteger activeCover)
            implements PoolFact {}

    /// @param activeCover of the whole pool, after it
    record CoverReleased(Address module, BigInteger lockId, long subjectId, BigInteger amount, BigInteger activeCover)
            implements PoolFact {}

    /// A subject's cover moved to another level's bucket.
    record CoverRelevelled(long subjectId, RiskLevel from, RiskLevel to, BigInteger amount) implements PoolFact {}

    /// @param rate assets × 1e18 per second, 0 when all of it is earned at once
    record PremiumStreamed(Address module, BigInteger lockId, BigInteger amount, BigInteger rate, long until)
            implements PoolFact {}

    record PremiumRefunded(Address module, BigInteger lockId, Address to, BigInteger amount) implements PoolFact {}

    /// Earned premium was booked.
    ///
    /// @param grossAssets after it
    /// @param unearnedPremium after it
    record PremiumAccrued(BigInteger amount, BigInteger grossAssets, BigInteger unearnedPremium) implements PoolFact {}

    /// @param incidentId an unsigned 64-bit number; a settled series has the top bit set
    /// @param exact a loss known to the unit, which closes nothing
    record IncidentReserved(
            long incidentId,
            long subjectId,
            BigInteger snapshotAssets,
            BigInteger affectedCover,
            BigInteger cap,
            BigInteger floor,
            boolean exact)
            implements PoolFact {}

    record IncidentBackstopped(long incidentId, BigInteger amount) implements PoolFact {}

    record IncidentReleased(long incidentId, BigInteger unused, BigInteger returnedToTreasury) implements PoolFact {}

    /// @param claimId 0 for a redemption of a series
    record Payout(long incidentId, long claimId, Address to, BigInteger assets) implements PoolFact {}

    record Forfeited(Address from, BigInteger amount) implements PoolFact {}

    /// A window is exhausted; what waits is served as it frees.
    record DrainBreakerTripped(boolean payouts, BigInteger outflow24h, BigInteger limit) implements PoolFact {}
}
