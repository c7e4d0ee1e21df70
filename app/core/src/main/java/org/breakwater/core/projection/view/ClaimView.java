package org.breakwater.core.projection.view;

import java.math.BigInteger;
import org.breakwater.core.value.Address;

/// A claim at one moment (`IProtocolLens.ClaimView`).
///
/// @param holder of the cover now
/// @param dueNow assets that a payment now would send
/// @param proRataBps in force; 0 while nothing is due
public record ClaimView(
        long claimId, Address holder, BigInteger dueNow, int proRataBps, long evidenceCount, Claim claim) {}
