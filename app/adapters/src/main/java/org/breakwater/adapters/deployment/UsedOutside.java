package org.breakwater.adapters.deployment;

import org.breakwater.adapters.ethereum.ChainOutside;
import org.breakwater.core.chain.Unfit;
import org.breakwater.core.connection.EndpointSelection;
import org.breakwater.core.follow.Outside;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.OutsideFacts;
import org.breakwater.core.projection.ProtocolState;
import org.breakwater.core.value.BlockRef;

/// What other contracts say, from another endpoint where the one that is used does not tell.
public record UsedOutside(ChainOutside outside, EndpointSelection endpoints) implements Outside {

    @Override
    public OutsideFacts at(ProtocolState state, BlockRef block) throws ProblemException {
        var asked = endpoints.use().get().endpoint();
        try {
            return outside.at(state, block);
        } catch (ProblemException untold) {
            if (endpoints.failed(asked, Unfit.REFUSING, untold.problem())) {
                return outside.at(state, block);
            }
            throw untold;
        }
    }
}
