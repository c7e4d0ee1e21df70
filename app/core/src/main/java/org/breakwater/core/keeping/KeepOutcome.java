package org.breakwater.core.keeping;

import java.math.BigInteger;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.value.Hash32;

/// What became of an action.
public sealed interface KeepOutcome {

    /// The contract said that it counts.
    ///
    /// @param cost wei
    record Done(Hash32 transaction, long block, BigInteger cost) implements KeepOutcome {}

    /// It was carried out, and the contract did not say what was expected: a claim that waits for its window, say.
    ///
    /// @param event that is missing
    record Silent(Hash32 transaction, long block, BigInteger cost, String event) implements KeepOutcome {}

    /// It is not due any more: another keeper was first, or what it is about changed. No failure.
    ///
    /// @param why a sentence
    record NotDue(String why) implements KeepOutcome {}

    /// No block has it yet; the next look goes on waiting.
    record Waiting(Hash32 transaction) implements KeepOutcome {}

    /// It could not be done this time. Others go on.
    record Failed(Problem problem) implements KeepOutcome {}

    /// The account cannot pay, or may not: nothing more is sent in this look.
    record Stopped(Problem problem) implements KeepOutcome {}
}
