package org.breakwater.core.execution;

import java.math.BigInteger;
import java.util.Map;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// A call of a contract that was tried and would be carried out.
///
/// @param sender who pays
/// @param nonce of the sender's next transaction
/// @param gas with room above what it took when it was tried
/// @param offers a fee for each speed
public record PreparedCall(
        Address sender, BigInteger nonce, Address to, Bytes data, BigInteger gas, Map<Speed, Fee> offers) {

    public PreparedCall {
        offers = Map.copyOf(offers);
    }

    public Fee offer(Speed speed) {
        var offer = offers.get(speed);
        if (offer == null) {
            throw new IllegalArgumentException("there is no offer for " + speed);
        }
        return offer;
    }
}
