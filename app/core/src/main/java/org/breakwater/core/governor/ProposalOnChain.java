package org.breakwater.core.governor;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.projection.view.ProposalState;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;

/// What the Governor and the Timelock answer about a proposal at one block: the state comes from them and from nothing
/// that was computed here. Times are seconds since 1970, votes 1e-18 token.
///
/// @param id that the Governor gives to the proposal's actions and text
/// @param snapshot time at which votes are counted
/// @param deadline last time to vote; a quorum that is reached late extends it
/// @param eta from when it can be executed; empty while it is not queued
/// @param quorum empty while the votes cannot be counted yet
/// @param operation the Timelock's id for what is carried out
/// @param lateExtension by how much a quorum that is reached late extends the vote, seconds
public record ProposalOnChain(
        BlockRef block,
        BigInteger id,
        ProposalState state,
        long snapshot,
        long deadline,
        Optional<Long> eta,
        boolean needsQueuing,
        BigInteger against,
        BigInteger inFavour,
        BigInteger abstain,
        Optional<BigInteger> quorum,
        Hash32 operation,
        OperationState operationState,
        long lateExtension) {

    /// Whether the id and the operation that are computed here are the chain's.
    public boolean agrees(ProposalActions actions, BigInteger proposalId, Dao dao) {
        return id.equals(proposalId) && id.equals(actions.id()) && operation.equals(actions.operation(dao.governor()));
    }

    /// For and abstaining, which count for the quorum.
    public BigInteger counted() {
        return inFavour.add(abstain);
    }

    /// How many votes lack for the quorum; empty while it is not known.
    public Optional<BigInteger> missing() {
        return quorum.map(needed -> needed.subtract(counted()).max(BigInteger.ZERO));
    }

    /// From when what is queued can be executed, and whether that time has come.
    public boolean isReady() {
        return state == ProposalState.QUEUED && operationState == OperationState.READY;
    }
}
