package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.governor.ProposalActions;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Quotation;

/// The newest proposals of a Governor that keeps them (OpenZeppelin's GovernorStorage), to compare one with.
final class OtherProposals {

    /// As many as are looked at, newest first.
    static final int MOST = 24;

    /// What `state` answers of one that was voted down.
    static final Optional<BigInteger> DEFEATED = Optional.of(BigInteger.valueOf(3));

    private OtherProposals() {}

    /// @param title in quotes, where its text is known here; else its id
    record Other(BigInteger id, ProposalActions actions, String title) {}

    /// None where the Governor keeps none.
    static List<Other> of(Scene scene, Address governor) throws ProblemException {
        var others = new ArrayList<Other>();
        var count = Asked.number(scene.chain(), governor, "proposalCount()").orElse(BigInteger.ZERO);
        for (int back = 1; back <= MOST && count.compareTo(BigInteger.valueOf(back)) >= 0; back++) {
            Asked.values(
                            scene.chain(),
                            governor,
                            "proposalDetailsAt(uint256)",
                            "(uint256,address[],uint256[],bytes[],bytes32)",
                            new AbiValue.Whole(count.subtract(BigInteger.valueOf(back))))
                    .ifPresent(read -> ProposalActions.in(read.values().subList(1, 5))
                            .ifPresent(actions -> others.add(new Other(
                                    read.number(0),
                                    actions,
                                    scene.kept()
                                            .texts()
                                            .title(actions.description())
                                            .map(Quotation::of)
                                            .orElse(read.number(0).toString())))));
        }
        return others;
    }
}
