package org.breakwater.core.verification;

import java.math.BigInteger;
import org.breakwater.core.parameters.ParameterId;

/// What the registry recorded in an event.
public sealed interface ParameterRecord {

    /// A new parameter, with its rules and its global value.
    record Defined(ParameterDefinition definition) implements ParameterRecord {}

    /// An override that stands from the definition on.
    record Scoped(ParameterId id, BigInteger value) implements ParameterRecord {}

    /// Narrower bounds.
    record BoundsTightened(String name, BigInteger min, BigInteger max) implements ParameterRecord {}

    /// A change that was executed, or a tightening at once.
    record Changed(ParameterId id, ValueChange change) implements ParameterRecord {}
}
