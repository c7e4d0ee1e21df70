package org.breakwater.core.fact;

import java.math.BigInteger;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.protocol.ParameterUnit;
import org.breakwater.core.protocol.SafeDirection;
import org.breakwater.core.protocol.ScopeKind;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// What the parameter registry says.
public sealed interface ParameterFact extends ProtocolFact {

    /// @param key ASCII, left-aligned
    record ParamDefined(Hash32 key, Spec spec, BigInteger initialValue) implements ParameterFact {}

    /// An override that stands from the definition on.
    record ParamScoped(Hash32 key, ParameterScope scope, BigInteger initialValue) implements ParameterFact {}

    record BoundsTightened(Hash32 key, BigInteger min, BigInteger max) implements ParameterFact {}

    record ChangeProposed(
            long changeId,
            Hash32 key,
            ParameterScope scope,
            BigInteger oldValue,
            BigInteger newValue,
            long eta,
            long expiry,
            Address proposer,
            boolean byDao,
            Hash32 rationaleHash)
            implements ParameterFact {}

    record ChangeExecuted(long changeId, Hash32 key, ParameterScope scope, BigInteger oldValue, BigInteger newValue)
            implements ParameterFact {}

    record ChangeCancelled(long changeId, Address by, Hash32 reasonHash) implements ParameterFact {}

    record Tightened(
            Hash32 key,
            ParameterScope scope,
            BigInteger oldValue,
            BigInteger newValue,
            Address by,
            Hash32 rationaleHash)
            implements ParameterFact {}

    /// What a parameter may be.
    ///
    /// @param maxStepBps largest change, of the old value
    /// @param minDelay seconds between proposal and execution
    /// @param minInterval seconds between two executed changes
    /// @param minAbsStep a step up to this is always allowed
    record Spec(
            ParameterUnit unit,
            SafeDirection safe,
            ScopeKind scopeKind,
            int maxStepBps,
            long minDelay,
            long minInterval,
            BigInteger min,
            BigInteger max,
            BigInteger minAbsStep) {}
}
