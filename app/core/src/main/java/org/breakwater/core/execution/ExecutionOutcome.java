package org.breakwater.core.execution;

import org.breakwater.core.value.Hash32;

/// What became of an execution.
public sealed interface ExecutionOutcome {

    /// No block has it yet.
    record Pending() implements ExecutionOutcome {}

    /// The Safe said `ExecutionSuccess` for our hash. Nothing else is success.
    record Succeeded(Hash32 transaction, long block) implements ExecutionOutcome {}

    /// The Safe carried it out, and the call in it failed. The nonce is used up.
    record InnerFailed(Hash32 transaction, long block) implements ExecutionOutcome {}

    /// It is in a block and was refused. The Safe is as it was.
    record Reverted(Hash32 transaction, long block, RevertReason reason) implements ExecutionOutcome {}

    /// The Safe used the nonce for something else, or for the same sent by somebody else.
    record NonceTaken(NonceConflict conflict) implements ExecutionOutcome {}

    /// Another transaction of the sender took this one's place in the sender's order. The Safe is as it was.
    record Displaced() implements ExecutionOutcome {}
}
