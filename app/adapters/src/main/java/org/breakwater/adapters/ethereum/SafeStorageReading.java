package org.breakwater.adapters.ethereum;

import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeConfiguration;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;

/// Who may act for a Safe as of one block, by its storage.
public final class SafeStorageReading {

    private SafeStorageReading() {}

    public static SafeConfiguration at(EthereumNode node, Address safe, BlockRef block) throws ProblemException {
        return new ViewedSafe(new BlockView(node, block), safe).configuration();
    }
}
