package org.breakwater.core.governor;

import java.util.Optional;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;

/// Port: what contracts answer as of one block. Blocking.
public interface ChainView {

    /// Port: gives the view of the newest block.
    @FunctionalInterface
    interface AtHead {
        ChainView newest() throws ProblemException;
    }

    BlockRef block();

    /// What a function answers; empty where it reverts.
    Optional<Bytes> call(Address contract, Bytes calldata) throws ProblemException;
}
