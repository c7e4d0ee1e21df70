package org.breakwater.core.execution;

import java.util.Set;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// What a block says of an Ethereum transaction.
///
/// @param accepted whether it was carried out
/// @param succeeded Safe transactions that Safes said were successful, by `ExecutionSuccess`
/// @param failed Safe transactions that Safes said were not, by `ExecutionFailure`
public record OuterReceipt(Hash32 transaction, long block, boolean accepted, Set<Said> succeeded, Set<Said> failed) {

    /// What a Safe said of a transaction.
    public record Said(Address safe, Hash32 hash) {}

    public OuterReceipt {
        succeeded = Set.copyOf(succeeded);
        failed = Set.copyOf(failed);
    }
}
