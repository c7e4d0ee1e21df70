package org.breakwater.core.deployment;

import java.math.BigInteger;
import org.breakwater.core.value.Address;

/// A value that a parameter was given for one account when the protocol was deployed, beside what the script gives: the
/// age limit of a feed that answers at other times than the local network's, say.
///
/// @param parameter as `ParameterKeys.sol` has it
/// @param value in the parameter's unit
public record AccountOverride(String parameter, Address account, BigInteger value) {

    public AccountOverride {
        if (parameter.isBlank()) {
            throw new IllegalArgumentException("a parameter has a name");
        }
        if (value.signum() < 0) {
            throw new IllegalArgumentException("a parameter is not below zero: " + value);
        }
    }
}
