package org.breakwater.core.fact;

import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// What the Directory says: where the protocol's modules and pools are.
public sealed interface DirectoryFact extends ProtocolFact {

    /// A name points at another module.
    ///
    /// @param name ASCII, left-aligned
    record ModuleSet(Hash32 name, Address from, Address to) implements DirectoryFact {}

    /// A pool with what it is for good.
    ///
    /// @param poolId from 1
    record PoolAdded(
            long poolId, Address pool, Address asset, RiskKind kind, String name, String symbol, int shareDecimals)
            implements DirectoryFact {}
}
