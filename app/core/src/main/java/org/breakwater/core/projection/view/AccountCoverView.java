package org.breakwater.core.projection.view;

import java.math.BigInteger;
import org.breakwater.core.value.Address;

/// Cover of one account of an integrator at one moment (`IAccountCover.AccountState`). Assets.
///
/// @param coverId has the top bit of a uint256 set
/// @param reported what the integrator says the account holds
/// @param insured 0 when not covered
/// @param inForce what an event now would find insured (`inForceAt`): insured and paid for all through the waiting
/// period
/// @param ratePerSecond assets × 1e18
/// @param since continuously covered since, seconds since 1970; 0 when not covered
/// @param endedAt 0 while covered
/// @param funded whether the integrator's prepaid balance pays for it now
public record AccountCoverView(
        BigInteger coverId,
        Address integrator,
        Address account,
        long poolId,
        long subjectId,
        BigInteger reported,
        BigInteger insured,
        BigInteger inForce,
        BigInteger paid,
        BigInteger ratePerSecond,
        long since,
        long endedAt,
        boolean funded) {}
