package org.breakwater.core.safe;

import java.util.Set;
import org.breakwater.core.value.Hash32;

/// What the receipt of an `execTransaction` says.
///
/// @param transaction hash of the Ethereum transaction
/// @param block height at which it was mined
/// @param accepted whether the Ethereum transaction itself succeeded
/// @param succeeded hashes for which this Safe emitted `ExecutionSuccess`
public record Execution(Hash32 transaction, long block, boolean accepted, Set<Hash32> succeeded) {

    public Execution {
        succeeded = Set.copyOf(succeeded);
    }
}
