package org.breakwater.core.fact;

import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// What the Directory says: where the protocol's modules and pools are.
public sealed interface DirectoryFact extends ProtocolFact {

    /// A name points at another module.
    ///
    /// @param name ASCII, left-aligned
    record ModuleSet(Hash32 name, Address from, Address to) implements DirectoryFact {}

    /// @param poolId from 1
    record PoolAdded(int poolId, Address pool) implements DirectoryFact {}
}
