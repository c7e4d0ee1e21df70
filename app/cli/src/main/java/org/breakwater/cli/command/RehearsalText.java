package org.breakwater.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.review.rehearsal.Rehearsal;
import org.breakwater.core.review.rehearsal.Rehearsal.Balance;
import org.breakwater.core.review.rehearsal.Rehearsal.Outcome;
import org.breakwater.core.review.rehearsal.Rehearsal.Step;
import org.breakwater.core.safe.SafeConfiguration;
import org.breakwater.core.value.Hash32;

/// What became of a queue on a copy of the chain, as text and as JSON.
///
/// @param reviewed the hash of the transaction that is reviewed
record RehearsalText(Hash32 reviewed, Ending ending) {

    sealed interface Ending {}

    record Rehearsed(Rehearsal rehearsal) implements Ending {}

    /// It could not be made.
    record Failed(Problem problem) implements Ending {}

    Object document() {
        return switch (ending) {
            case Failed(var problem) -> Json.object("problem", problem.toString());
            case Rehearsed(var rehearsal) ->
                Json.object(
                        "block", Json.of(rehearsal.block()),
                        "steps", rehearsal.steps().stream().map(this::document).toList(),
                        "before", document(rehearsal.before()),
                        "after", rehearsal.after().map(RehearsalText::document).orElse(null),
                        "balances",
                                rehearsal.balances().stream()
                                        .map(RehearsalText::document)
                                        .toList());
        };
    }

    private Object document(Step step) {
        return Json.object(
                "nonce", step.transaction().nonce().toString(),
                "safeTxHash", step.hash().toString(),
                "reviewed", step.hash().equals(reviewed),
                "outcome", word(step.outcome()),
                "sentence", sentence(step.outcome()));
    }

    private static Object document(SafeConfiguration safe) {
        return Json.object(
                "owners", safe.owners().stream().map(Object::toString).toList(),
                "threshold", safe.threshold().toString(),
                "nonce", safe.nonce().toString());
    }

    private static Object document(Balance balance) {
        return Json.object(
                "token", balance.token().map(Object::toString).orElse(null),
                "before", balance.before().toString(),
                "after", balance.after().toString());
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Executed _ -> "executed";
            case Outcome.FailedInside _ -> "failed-inside";
            case Outcome.Reverted _ -> "reverted";
            case Outcome.OutOfTurn _ -> "out-of-turn";
            case Outcome.Untried _ -> "untried";
        };
    }

    private static String sentence(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Executed _ -> "The Safe carries it out.";
            case Outcome.FailedInside _ -> "The call in it fails, and its nonce is used up.";
            case Outcome.Reverted(var why) -> "It reverts: " + why + ".";
            case Outcome.OutOfTurn(var next) -> "The Safe takes nonce " + next + " by then.";
            case Outcome.Untried(var why) -> why;
        };
    }

    List<String> lines() {
        return switch (ending) {
            case Failed(var problem) -> List.of("The queue could not be rehearsed. " + problem);
            case Rehearsed(var rehearsal) -> lines(rehearsal);
        };
    }

    private List<String> lines(Rehearsal rehearsal) {
        var lines = new ArrayList<String>();
        lines.add("Rehearsed on a copy of block " + rehearsal.block().number() + ":");
        for (var step : rehearsal.steps()) {
            lines.add("Nonce %s%s, %s: %s"
                    .formatted(
                            step.transaction().nonce(),
                            step.hash().equals(reviewed) ? " (the one above)" : "",
                            step.hash(),
                            sentence(step.outcome())));
        }
        lines.add("Before: " + obeys(rehearsal.before()));
        lines.add("After:  "
                + rehearsal.after().map(RehearsalText::obeys).orElse("its storage no longer tells whom it obeys"));
        rehearsal
                .balances()
                .forEach(balance -> lines.add("The Safe has %s before and %s after of %s."
                        .formatted(
                                ChangeText.grouped(balance.before(), balance.decimals()),
                                ChangeText.grouped(balance.after(), balance.decimals()),
                                balance.token().map(token -> "token " + token).orElse("ether"))));
        return lines;
    }

    private static String obeys(SafeConfiguration safe) {
        return "%s of %d owners, next nonce %s"
                .formatted(safe.threshold(), safe.owners().size(), safe.nonce());
    }
}
