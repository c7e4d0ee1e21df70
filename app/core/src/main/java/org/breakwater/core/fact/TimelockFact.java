package org.breakwater.core.fact;

import java.math.BigInteger;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// What the Timelock says.
public sealed interface TimelockFact extends ProtocolFact {

    /// @param id of the operation
    /// @param index of the call in it
    /// @param value wei
    /// @param delay seconds
    record CallScheduled(
            Hash32 id,
            BigInteger index,
            Address target,
            BigInteger value,
            Bytes data,
            Hash32 predecessor,
            BigInteger delay)
            implements TimelockFact {}

    record CallExecuted(Hash32 id, BigInteger index, Address target, BigInteger value, Bytes data)
            implements TimelockFact {}

    record CallSalt(Hash32 id, Hash32 salt) implements TimelockFact {}

    record Cancelled(Hash32 id) implements TimelockFact {}

    /// Seconds.
    record MinDelayChange(BigInteger oldDuration, BigInteger newDuration) implements TimelockFact {}

    record RoleAdminChanged(Hash32 role, Hash32 previousAdminRole, Hash32 newAdminRole) implements TimelockFact {}

    record RoleGranted(Hash32 role, Address account, Address sender) implements TimelockFact {}

    record RoleRevoked(Hash32 role, Address account, Address sender) implements TimelockFact {}
}
