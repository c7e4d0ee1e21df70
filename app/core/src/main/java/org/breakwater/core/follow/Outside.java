package org.breakwater.core.follow;

import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.OutsideFacts;
import org.breakwater.core.projection.ProtocolState;
import org.breakwater.core.value.BlockRef;

/// Port: what contracts that are not the protocol's own say as of a block.
@FunctionalInterface
public interface Outside {

    /// @param state names the contracts
    OutsideFacts at(ProtocolState state, BlockRef block) throws ProblemException;
}
