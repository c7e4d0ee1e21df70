package org.breakwater.core.fact;

import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// What the emergency guardian says.
public sealed interface GuardianFact extends ProtocolFact {

    /// @param scopes bits of {@link org.breakwater.core.protocol.PauseScope}
    /// @param poolId 0 for every pool
    record Paused(
            long pauseId, int scopes, long poolId, long from, long until, Address by, Hash32 reasonHash, int budgetLeft)
            implements GuardianFact {}

    record Lifted(long pauseId, Address by, long at) implements GuardianFact {}

    record Extended(long pauseId, long until) implements GuardianFact {}

    record AdapterQuarantined(Address adapter, Address by, Hash32 reasonHash) implements GuardianFact {}

    record AdapterRestored(Address adapter) implements GuardianFact {}
}
