package org.breakwater.core.parameters;

import java.math.BigInteger;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;

/// A Safe transaction that moves one parameter in its safe direction.
public record TighteningProposal(
        ParameterId parameter, BigInteger oldValue, BigInteger newValue, Address safe, SafeTransaction transaction) {}
