package org.breakwater.core.verification;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.breakwater.core.parameters.ParameterScope;

/// A parameter with its rules and all its values.
///
/// @param name as `ParameterKeys.sol` has it
/// @param values the global one and every override, by their scopes
public record ParameterDefinition(String name, ParameterRules rules, Map<ParameterScope, BigInteger> values) {

    public ParameterDefinition {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }
}
