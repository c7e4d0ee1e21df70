package org.breakwater.core.verification;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The rules for changing one parameter.
///
/// @param terms everything but the bounds, by the names of `IParameterRegistry.Spec`: unit, safe direction, kind of
/// scope,
///     largest step, delay, interval
/// @param min lowest value ever
/// @param max highest value ever
public record ParameterRules(Map<String, String> terms, BigInteger min, BigInteger max) {

    public ParameterRules {
        terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    }

    /// Narrower bounds; bounds only ever tighten, so anything else changes nothing.
    ParameterRules tightened(BigInteger newMin, BigInteger newMax) {
        var narrower = newMin.compareTo(min) >= 0 && newMax.compareTo(max) <= 0;
        return narrower ? new ParameterRules(terms, newMin, newMax) : this;
    }

    boolean allow(BigInteger value) {
        return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
    }
}
