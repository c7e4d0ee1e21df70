package org.breakwater.core.fact;

import java.math.BigInteger;
import org.breakwater.core.protocol.Enrolment;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// What AccountCover says: cover of accounts of integrators. Cover numbers have the top bit of a uint256 set.
public sealed interface AccountCoverFact extends ProtocolFact {

    /// @param waiting seconds, pinned
    record IntegratorRegistered(
            Address integrator, long poolId, long subjectId, long waiting, Enrolment enrolment, Hash32 metadataHash)
            implements AccountCoverFact {}

    record IntegratorClosed(Address integrator, BigInteger refund) implements AccountCoverFact {}

    /// @param prepaid after it
    record ToppedUp(Address integrator, Address from, BigInteger amount, BigInteger prepaid)
            implements AccountCoverFact {}

    /// @param prepaid after it
    record PrepaidWithdrawn(Address integrator, Address to, BigInteger amount, BigInteger prepaid)
            implements AccountCoverFact {}

    /// The premium that ran since the last charge was taken from what is prepaid.
    ///
    /// @param prepaid after it
    /// @param fraction of an asset, in 1e-18, that the next charge adds
    record PremiumCharged(Address integrator, BigInteger prepaid, BigInteger fraction, long at)
            implements AccountCoverFact {}

    /// What was charged went to pool and treasury.
    record PremiumSettled(
            Address integrator,
            BigInteger amount,
            BigInteger toPool,
            BigInteger toTreasury,
            BigInteger prepaid,
            long at)
            implements AccountCoverFact {}

    record EnrolmentChosen(Address integrator, Address account, BigInteger coverId, boolean covered)
            implements AccountCoverFact {}

    /// What an account holds, as its integrator says; its cover follows where it can.
    record BalanceReported(Address integrator, Address account, BigInteger coverId, BigInteger amount)
            implements AccountCoverFact {}

    /// @param ratePerSecond assets × 1e18
    record AccountCoverUpdated(
            Address integrator, Address account, BigInteger coverId, BigInteger insured, BigInteger ratePerSecond)
            implements AccountCoverFact {}

    record CoverLapsed(Address integrator, Address account, BigInteger coverId, long at) implements AccountCoverFact {}

    /// Capital locked for a cover, as it now is.
    record CapitalHeld(BigInteger coverId, BigInteger held) implements AccountCoverFact {}

    /// The prepaid balance is used up: from here on nothing is in force.
    record FundingEnded(Address integrator, long at) implements AccountCoverFact {}

    /// From here on prepaid cover runs again.
    record FundingStarted(Address integrator, long at) implements AccountCoverFact {}

    record AccountPaid(BigInteger coverId, BigInteger assets, BigInteger paidInAll) implements AccountCoverFact {}
}
