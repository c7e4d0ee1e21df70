package org.breakwater.core.review;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.breakwater.core.review.call.ReviewedCall;
import org.breakwater.core.review.check.Check;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.review.check.StateChange;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.value.Address;
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

    /// The checks that block what is on no list.
    private static final Set<CheckId> RESTS_ON_A_LIST = EnumSet.of(CheckId.FW09, CheckId.FW19, CheckId.FW22);

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

    /// Contracts because of which it is blocked, and whose code the person may allow in their policy: what would run as
    /// the Safe, or become its code, module, guard or handler.
    public List<Address> allowable() {
        return checks.stream()
                .filter(check -> check.blocks() && RESTS_ON_A_LIST.contains(check.id()))
                .flatMap(check -> NamedAddresses.in(check.result().evidence()).stream())
                .distinct()
                .filter(named -> !named.equals(domain.safe()))
                .toList();
    }

    /// What holds it, in the order of the checks.
    public List<HoldUp> holdUps() {
        return checks.stream().flatMap(check -> HoldUp.of(check).stream()).toList();
    }
}
