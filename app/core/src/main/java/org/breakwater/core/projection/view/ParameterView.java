package org.breakwater.core.projection.view;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.fact.ParameterFact.Spec;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.value.Hash32;

/// A parameter at one moment (`IProtocolLens.ParameterView`).
///
/// @param value the global one
/// @param scopes where it has another
/// @param values there, in the same order
public record ParameterView(
        Hash32 key, Spec spec, BigInteger value, List<ParameterScope> scopes, List<BigInteger> values) {

    public ParameterView {
        scopes = List.copyOf(scopes);
        values = List.copyOf(values);
    }
}
