package org.breakwater.core.acting;

import org.breakwater.core.value.Hash32;

/// What became of an act of an account.
public sealed interface ActOutcome {

    /// No block has it yet.
    record Pending() implements ActOutcome {}

    /// The contract said in an event that it counts. Nothing else is success.
    record Counted(Hash32 transaction, long block) implements ActOutcome {}

    /// A block has it, and the contract did not say that it counts.
    ///
    /// @param event that is missing
    record Silent(Hash32 transaction, long block, String event) implements ActOutcome {}

    /// It is in a block and was refused. Nothing changed.
    ///
    /// @param why a sentence
    record Reverted(Hash32 transaction, long block, String why) implements ActOutcome {}

    /// Another transaction of the sender took its place. Nothing changed.
    record Displaced() implements ActOutcome {}
}
