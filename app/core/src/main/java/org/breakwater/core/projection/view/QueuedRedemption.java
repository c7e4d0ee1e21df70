package org.breakwater.core.projection.view;

import java.math.BigInteger;
import org.breakwater.core.value.Address;

/// A request of a pool's redemption queue that still waits (`IRiskPool.RedeemRequest`).
///
/// @param controller who is paid
/// @param claimableAt earliest time at which it can be filled, seconds since 1970
/// @param shares that still wait
/// @param assets what they are worth now, rounded down
/// @param payable assets that processing the queue now would set aside for it
public record QueuedRedemption(
        BigInteger requestId,
        Address controller,
        long claimableAt,
        BigInteger shares,
        BigInteger assets,
        BigInteger payable) {}
