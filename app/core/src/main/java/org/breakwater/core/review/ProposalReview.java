package org.breakwater.core.review;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.governor.ProposalOnChain;
import org.breakwater.core.review.call.ReviewedCall;
import org.breakwater.core.review.check.Check;
import org.breakwater.core.review.check.ProposalCheck;
import org.breakwater.core.value.BlockRef;

/// What a proposal of the DAO is and does, and what the checks say of it.
///
/// @param id in the Governor
/// @param block of which everything is that was read from the chain
/// @param standing what the Governor and the Timelock say of it; empty where it was not proposed
/// @param sentence what it does, from its bytes
/// @param call what the Timelock does, with the actions inside
/// @param own checks that only proposals have
/// @param checks those of the firewall that hold for whatever a timelock does
public record ProposalReview(
        BigInteger id,
        BlockRef block,
        Optional<ProposalOnChain> standing,
        String sentence,
        ReviewedCall call,
        List<ProposalCheck> own,
        List<Check> checks,
        ReviewFacts facts) {

    public ProposalReview {
        own = List.copyOf(own);
        checks = List.copyOf(checks);
    }

    public Verdict verdict() {
        if (own.stream().anyMatch(ProposalCheck::blocks)) {
            return Verdict.BLOCK;
        }
        var others = Verdict.of(checks);
        return others == Verdict.PASS && own.stream().anyMatch(ProposalCheck::holds) ? Verdict.HOLD : others;
    }
}
