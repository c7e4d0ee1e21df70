package org.breakwater.desktop.place;

import java.util.Optional;
import org.breakwater.core.acting.ActOutcome;
import org.breakwater.core.problem.Problem;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.l10n.Numbers;

/// What came of an act of an account.
///
/// @param receipt what to keep of an act that counts
public record ActNotice(Severity severity, String title, String words, Optional<ActReceipt> receipt) {

    ActNotice(Severity severity, String title, String words) {
        this(severity, title, words, Optional.empty());
    }

    ActNotice with(ActReceipt kept) {
        return new ActNotice(severity, title, words, Optional.of(kept));
    }

    static ActNotice of(Problem problem) {
        return new ActNotice(Severity.BLOCK, problem.happened(), (problem.meaning() + " " + problem.remedy()).strip());
    }

    /// @param done what counts now: "Your vote counts"
    static ActNotice of(ActOutcome outcome, String done) {
        return switch (outcome) {
            case ActOutcome.Counted(var transaction, var block) ->
                new ActNotice(
                        Severity.PASSED,
                        done + ".",
                        "The contract said so in block " + Numbers.count(block) + ", in transaction " + transaction
                                + ".");
            case ActOutcome.Silent(var transaction, var block, var event) ->
                new ActNotice(
                        Severity.BLOCK,
                        "Block " + Numbers.count(block) + " has it, and the contract did not say that it counts.",
                        "The event " + event + " is missing in transaction " + transaction + ".");
            case ActOutcome.Reverted(var transaction, var block, var why) ->
                new ActNotice(
                        Severity.BLOCK,
                        "Refused in block " + Numbers.count(block) + ". " + why,
                        "Nothing changed. Transaction " + transaction + ".");
            case ActOutcome.Displaced _ ->
                new ActNotice(
                        Severity.WARNING,
                        "Another transaction of the same sender took its place.",
                        "Nothing changed. Do it again.");
            case ActOutcome.Pending _ ->
                new ActNotice(
                        Severity.WARNING,
                        "No block has it after hours.",
                        "It is watched no longer; this page shows when the chain has it.");
        };
    }
}
