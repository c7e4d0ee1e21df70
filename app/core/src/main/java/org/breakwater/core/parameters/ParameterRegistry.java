package org.breakwater.core.parameters;

import java.math.BigInteger;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// Port: the protocol's parameter registry.
public interface ParameterRegistry {

    Address address();

    /// The value in force, in the parameter's own unit.
    BigInteger value(ParameterId parameter) throws ProblemException;

    /// Calldata of `tightenNow(key, scope, newValue, rationaleHash)`.
    Bytes tightenNow(ParameterId parameter, BigInteger newValue, Hash32 rationale);
}
