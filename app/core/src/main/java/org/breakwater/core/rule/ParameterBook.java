package org.breakwater.core.rule;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.fact.ParameterFact.Spec;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.value.Hash32;

/// Parameters as they stand at one moment.
public interface ParameterBook {

    /// Empty for a key that is not defined.
    Optional<Spec> spec(Hash32 key);

    /// The value of its own that a defined key has at a scope: always at the global one, else where there is an
    /// override.
    Optional<BigInteger> own(Hash32 key, ParameterScope scope);

    /// Scopes at which the key has an override, in the order in which they came.
    List<ParameterScope> scopes(Hash32 key);

    /// When an executed change last moved the value in force, seconds since 1970; 0 if never.
    long changedAt(Hash32 key, ParameterScope scope);

    /// The value in force: the scope's own, else the global one. Empty for a key that is not defined.
    default Optional<BigInteger> inForce(Hash32 key, ParameterScope scope) {
        return own(key, scope).or(() -> own(key, ParameterScope.GLOBAL));
    }

    /// The value in force of a parameter that the contracts read.
    ///
    /// @throws IllegalStateException where the registry does not define it, in which case no contract can work
    default BigInteger get(ParameterKey key, ParameterScope scope) {
        return inForce(key.word(), scope)
                .orElseThrow(() -> new IllegalStateException("the parameter " + key + " is not defined"));
    }
}
