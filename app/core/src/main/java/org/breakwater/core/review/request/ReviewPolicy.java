package org.breakwater.core.review.request;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.Hash32;

/// What a person allows beyond what everybody is allowed.
///
/// @param reviewedCode contracts that may run as the Safe, be its modules, guards or handlers, by the hash of their
/// code
/// @param refunds whom a transaction may refund, and how much at most
/// @param largeShare of a balance: a payment above it to somebody without a name is looked at twice
/// @param hugeShare of a balance: a payment above it is looked at twice, whoever gets it
/// @param youngCode how old code must be before it is taken for settled
/// @param farNonce how many free nonces before a transaction's own make it one that is signed in advance
/// @param denied accounts that nobody deals with
/// @param standing whether the person's own policy is as it was recorded
public record ReviewPolicy(
        Map<Address, Hash32> reviewedCode,
        List<Refund> refunds,
        BasisPoints largeShare,
        BasisPoints hugeShare,
        Duration youngCode,
        BigInteger farNonce,
        Set<Address> denied,
        PolicyStanding standing) {

    /// @param most units of the token, at the gas limits that are signed
    public record Refund(Address receiver, Address token, BigInteger most) {}

    /// Of someone who has not set anything.
    public static final ReviewPolicy STANDARD = new ReviewPolicy(
            Map.of(),
            List.of(),
            BasisPoints.of(1_000),
            BasisPoints.of(5_000),
            Duration.ofDays(7),
            BigInteger.TEN,
            Set.of(),
            new PolicyStanding.None());

    /// Of somebody who has written nothing down.
    public ReviewPolicy(
            Map<Address, Hash32> reviewedCode,
            List<Refund> refunds,
            BasisPoints largeShare,
            BasisPoints hugeShare,
            Duration youngCode,
            BigInteger farNonce,
            Set<Address> denied) {
        this(reviewedCode, refunds, largeShare, hugeShare, youngCode, farNonce, denied, new PolicyStanding.None());
    }

    public ReviewPolicy {
        reviewedCode = Map.copyOf(reviewedCode);
        refunds = List.copyOf(refunds);
        denied = Set.copyOf(denied);
    }
}
