package org.breakwater.core.fact;

import org.breakwater.core.value.Address;

/// What the eligibility gate says.
public sealed interface GateFact extends ProtocolFact {

    record ExclusionSet(Address account, boolean excluded) implements GateFact {}
}
