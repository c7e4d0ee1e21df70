package org.breakwater.core.policies;

import java.math.BigInteger;
import org.breakwater.core.protocol.PolicyState;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.value.Address;

/// A policy as one row of the list.
///
/// @param id token id, from 1
/// @param holderName what the holder is called; empty where they have no name
/// @param cover most that it pays in all, assets
/// @param premium paid for it, assets
/// @param rateBps of the cover per 365 days, basis points
/// @param boughtAt seconds since 1970, as the following times
/// @param start earlier events are not covered
/// @param graceEnd last time to claim
/// @param openClaim number of the claim on it that is not over, 0 when none
public record ListedPolicy(
        long id,
        Address holder,
        String holderName,
        PolicyState state,
        RiskKind kind,
        long poolId,
        String pool,
        long subjectId,
        String subject,
        BigInteger cover,
        BigInteger premium,
        int rateBps,
        long boughtAt,
        long start,
        long end,
        long graceEnd,
        long openClaim) {}
