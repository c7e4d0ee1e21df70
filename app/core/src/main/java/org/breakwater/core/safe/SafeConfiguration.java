package org.breakwater.core.safe;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.value.Address;

/// Who may act for a Safe and what else may, as its storage has it.
///
/// @param singleton the code behind it
/// @param owners in the contract's order
/// @param threshold how many owners must sign
/// @param nonce of the next transaction
/// @param modules that move its money without signatures, in the contract's order
/// @param guard that may refuse transactions
/// @param moduleGuard that may refuse what modules do
/// @param fallbackHandler that answers what the Safe does not
public record SafeConfiguration(
        Address address,
        Address singleton,
        List<Address> owners,
        BigInteger threshold,
        BigInteger nonce,
        List<Address> modules,
        Optional<Address> guard,
        Optional<Address> moduleGuard,
        Optional<Address> fallbackHandler) {

    public SafeConfiguration {
        owners = List.copyOf(owners);
        modules = List.copyOf(modules);
    }
}
