package org.breakwater.core.fact;

import org.breakwater.core.value.Address;

/// What every module says of who decides about it.
public sealed interface ModuleFact extends ProtocolFact {

    record AuthorityUpdated(Address authority) implements ModuleFact {}
}
