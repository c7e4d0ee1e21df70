package org.breakwater.core.fact;

import java.math.BigInteger;

/// What the premium engine says.
public sealed interface PremiumFact extends ProtocolFact {

    /// @param exact basis points × 86,400, as kept
    record SurgeMoved(long poolId, long subjectId, int surgeBps, BigInteger exact, long at) implements PremiumFact {}
}
