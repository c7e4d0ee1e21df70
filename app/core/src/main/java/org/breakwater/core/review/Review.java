package org.breakwater.core.review;

import java.util.List;
import org.breakwater.core.review.call.ReviewedCall;
import org.breakwater.core.review.check.Check;
import org.breakwater.core.review.check.StateChange;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.value.BlockRef;

/// What a transaction of a Safe is and does, and what the checks say of it.
///
/// @param block of which everything is that was read from the chain
/// @param sentence what it does, from its bytes
/// @param call the transaction's call, with those inside it
public record Review(
        BlockRef block,
        SafeDomain domain,
        SafeTxHash hash,
        String sentence,
        ReviewedCall call,
        List<Check> checks,
        ReviewFacts facts) {

    public Review {
        checks = List.copyOf(checks);
    }

    /// What a simulation changes.
    public List<StateChange> changes() {
        return facts.changes();
    }

    public Verdict verdict() {
        return Verdict.of(checks);
    }

    /// What holds it, in the order of the checks.
    public List<HoldUp> holdUps() {
        return checks.stream().flatMap(check -> HoldUp.of(check).stream()).toList();
    }
}
