package org.breakwater.desktop.feature.review;

import org.breakwater.core.execution.ExecutionOutcome;
import org.breakwater.core.value.Hash32;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.l10n.Numbers;

/// What became of executions, in words.
final class Endings {

    private Endings() {}

    /// @param hash of the transaction
    static Notice of(ExecutionOutcome outcome, Hash32 hash) {
        return switch (outcome) {
            case ExecutionOutcome.Pending _ ->
                new Notice(
                        Severity.WARNING,
                        "No block has it after hours.",
                        "It is watched no longer; the Safe's history shows when it is carried out.");
            case ExecutionOutcome.Succeeded(var transaction, var block) ->
                new Notice(
                        Severity.PASSED,
                        "Executed in block " + Numbers.count(block) + ".",
                        "The Safe reported success for this safeTxHash, in transaction " + transaction + ".");
            case ExecutionOutcome.InnerFailed(var transaction, var block) ->
                new Notice(
                        Severity.BLOCK,
                        "The call in it failed in block " + Numbers.count(block) + ".",
                        "The nonce is used up and nothing else happened. Transaction " + transaction + ".");
            case ExecutionOutcome.Reverted(var transaction, var block, var reason) ->
                new Notice(
                        Severity.BLOCK,
                        "Refused in block " + Numbers.count(block) + ": " + reason.words() + ".",
                        "The Safe is as it was. Transaction " + transaction + ".");
            case ExecutionOutcome.NonceTaken(var conflict) ->
                conflict.winner().hash().equals(hash)
                        ? new Notice(
                                Severity.PASSED,
                                "Executed in block "
                                        + Numbers.count(conflict.winner().block()) + ", handed in by somebody else.",
                                conflict.winner().succeeded()
                                        ? "The Safe reported success for this safeTxHash."
                                        : "The call in it failed, and the nonce is used up.")
                        : new Notice(
                                Severity.WARNING,
                                "The Safe used nonce " + conflict.nonce() + " for something else.",
                                conflict.words(hash));
            case ExecutionOutcome.Displaced _ ->
                new Notice(
                        Severity.WARNING,
                        "Another transaction of the same sender took its place.",
                        "The Safe is as it was. Execute it again.");
        };
    }
}
