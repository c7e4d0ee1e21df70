package org.breakwater.core.safe;

import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;

/// Port: how Safes are built.
public interface SafeSetups {

    /// Everything as of one block.
    SafeSetup setup(Address safe, BlockRef block) throws ProblemException;
}
