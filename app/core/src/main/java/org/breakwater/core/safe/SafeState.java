package org.breakwater.core.safe;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.value.Address;

/// A Safe as the chain has it.
///
/// @param version what the Safe's own `VERSION()` answers
/// @param owners in the contract's order
/// @param threshold how many owners must sign
/// @param nonce of the next transaction
public record SafeState(Address address, String version, List<Address> owners, int threshold, BigInteger nonce) {

    public SafeState {
        owners = List.copyOf(owners);
    }
}
