package org.breakwater.core.verification;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.parameters.ParameterScope;

/// One value of one parameter, from three sides.
///
/// @param name of the parameter
/// @param expectedRules unit, safe direction, step, delay, interval and bounds as the script defines them
/// @param foundRules the same in force; only tightened bounds may differ
/// @param explained the script's value with every change that the registry recorded since applied to it
/// @param found the value in force
public record ParameterProof(
        String name,
        ParameterScope scope,
        Optional<Rules> expectedRules,
        Optional<Rules> foundRules,
        Optional<BigInteger> explained,
        Optional<BigInteger> found) {

    /// The rules for changing a parameter.
    ///
    /// @param fixed everything but the bounds, in words
    public record Rules(String fixed, BigInteger min, BigInteger max) {

        /// Whether these may have become of others by tightening bounds, the only change that the registry allows.
        boolean tightened(Rules from) {
            return fixed.equals(from.fixed) && min.compareTo(from.min) >= 0 && max.compareTo(from.max) <= 0;
        }

        @Override
        public String toString() {
            return fixed + ", between " + min + " and " + max;
        }
    }
}
