package org.breakwater.core.offer;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// What somebody wants a price for.
///
/// @param amount cover, assets
/// @param duration seconds, from the purchase
/// @param distributor who brings the buyer, and has a share of the premium
/// @param order as far as the transactions that buy it are wanted too
public record QuoteRequest(
        long poolId,
        long subjectId,
        BigInteger amount,
        BigInteger duration,
        Optional<Address> distributor,
        Optional<Order> order) {

    /// Who will hold the policy, and why.
    ///
    /// @param maxPremium most that is paid; the premium as quoted where empty
    /// @param gateData whatever the gate asks for
    public record Order(Address holder, Hash32 proofOfInterest, Optional<BigInteger> maxPremium, Bytes gateData) {}
}
