package org.breakwater.core.deployment;

import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// One contract of a deployment.
///
/// @param name of its source; pools share one
/// @param block height at which it was created
/// @param codeHash Keccak-256 of its runtime code, immutable values included
public record DeployedContract(String name, Address address, long block, Hash32 codeHash) {

    public DeployedContract {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a contract has a name");
        }
        if (block < 0) {
            throw new IllegalArgumentException("a block number is not below zero: " + block);
        }
    }
}
